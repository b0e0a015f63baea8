"""Every page carries its language in the address; machines' addresses do not."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("core.urls")),
    *i18n_patterns(
        path("accounts/", include("allauth.urls")),
        path("admin/", admin.site.urls),
        path("", include("network.urls")),
    ),
]
handler400 = "core.views.errors.bad_request"
handler403 = "core.views.errors.permission_denied"
handler404 = "core.views.errors.not_found"
handler500 = "core.views.errors.server_error"
