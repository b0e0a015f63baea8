from django.urls import path
from rest_framework.routers import SimpleRouter

from impact_study.api.published import FindingViewSet, PublishedStudyViewSet
from impact_study.api.results import RunViewSet
from impact_study.api.viewsets import ResponseInbox, WaveViewSet

router = SimpleRouter(use_regex_path=False)
router.register("survey-waves", WaveViewSet)
router.register("analysis-runs", RunViewSet)
router.register("published-studies", PublishedStudyViewSet)
router.register("findings", FindingViewSet)
urlpatterns = [path("survey-responses/", ResponseInbox.as_view(), name="survey_responses"), *router.urls]
