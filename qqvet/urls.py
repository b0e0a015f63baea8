"""Every page carries its language in the address; machines' addresses do not."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from accounts.urls import allauth_urls

# One way in: the admin takes whoever signed in with the second factor, on the common page.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("core.urls")),
    path("", include("portal.machine_urls")),
    path("api/v1/", include("qqvet.api_urls")),
    *i18n_patterns(
        path("accounts/", include("accounts.urls")),
        path("accounts/", include(allauth_urls)),
        path("admin/", admin.site.urls),
        path("jobs/", include("core.job_urls")),
        path("projects/<slug:code>/reports/", include("reports.urls")),
        path("", include("impact_study.urls")),
        path("", include("dissemination.urls")),
        path("", include("network.urls")),
        path("", include("portal.urls")),
    ),
]
handler400 = "core.views.errors.bad_request"
handler403 = "core.views.errors.permission_denied"
handler404 = "core.views.errors.not_found"
handler500 = "core.views.errors.server_error"
