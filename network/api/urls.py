"""The network's part of the interface for programs."""

from rest_framework.routers import SimpleRouter

from network.api.viewsets import (
    evidence,
    experiences,
    imports,
    occasions,
    organisations,
    participations,
    people,
    projects,
    targets,
    team,
)

router = SimpleRouter(use_regex_path=False)
router.register("projects", projects.ProjectViewSet)
router.register("partners", projects.PartnerViewSet)
router.register("categories", projects.CategoryViewSet)
router.register("targets", targets.TargetViewSet)
router.register("periods", targets.PeriodViewSet)
router.register("organisations", organisations.OrganisationViewSet)
router.register("people", people.PersonViewSet)
router.register("experiences", experiences.ExperienceViewSet)
router.register("occasions", occasions.OccasionViewSet)
router.register("evidence", evidence.EvidenceViewSet)
router.register("participations", participations.ParticipationViewSet)
router.register("unnamed-counts", occasions.UnnamedCountViewSet)
router.register("memberships", team.MembershipViewSet)
router.register("invitations", team.InvitationViewSet)
router.register("imports", imports.ImportViewSet)
urlpatterns = router.urls
