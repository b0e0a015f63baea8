"""Signing in and one's own account. Outside providers have addresses only where the settings name one."""

from allauth.socialaccount.providers.openid_connect.urls import urlpatterns as openid_connect
from django.conf import settings
from django.urls import include, path

from accounts.views import tokens
from accounts.views.profile import profile

app_name = "accounts"
urlpatterns = [
    path("profile/", profile, name="profile"),
    path("tokens/", tokens.token_list, name="token_list"),
    path("tokens/<int:pk>/revoke/", tokens.token_revoke, name="token_revoke"),
]

allauth_urls = [
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]
if settings.SOCIALACCOUNT_PROVIDERS:
    allauth_urls += [path("3rdparty/", include("allauth.socialaccount.urls")), *openid_connect]
