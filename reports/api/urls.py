"""The reports' part of the interface for programs."""

from rest_framework.routers import SimpleRouter

from reports.api.contributions import ContributionViewSet
from reports.api.viewsets import ReportFileViewSet, ReportViewSet

router = SimpleRouter(use_regex_path=False)
router.register("reports", ReportViewSet)
router.register("report-files", ReportFileViewSet)
router.register("contributions", ContributionViewSet)
urlpatterns = router.urls
