"""Version 1 of the interface for programs: its description, a reference to read, and the apps' parts."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import SimpleRouter

from core.api.jobs import JobViewSet
from core.api.reference import api_reference

router = SimpleRouter(use_regex_path=False)
router.register("jobs", JobViewSet)

urlpatterns = [
    path("", api_reference, name="api_reference"),
    path("schema/", SpectacularAPIView.as_view(), name="api_schema"),
    *router.urls,
    path("", include("network.api.urls")),
    path("", include("impact_study.api.urls")),
    path("", include("dissemination.api.urls")),
    path("", include("reports.api.urls")),
]
