"""The network's part of the interface for programs."""

from rest_framework.routers import SimpleRouter

from network.api.viewsets import directory, evidence, imports, occasions, participations, projects, targets, team

router = SimpleRouter(use_regex_path=False)
router.register("projects", projects.ProjectViewSet)
router.register("partners", projects.PartnerViewSet)
router.register("categories", projects.CategoryViewSet)
router.register("targets", targets.TargetViewSet)
router.register("periods", targets.PeriodViewSet)
router.register("organisations", directory.OrganisationViewSet)
router.register("people", directory.PersonViewSet)
router.register("experiences", directory.ExperienceViewSet)
router.register("occasions", occasions.OccasionViewSet)
router.register("evidence", evidence.EvidenceViewSet)
router.register("participations", participations.ParticipationViewSet)
router.register("unnamed-counts", occasions.UnnamedCountViewSet)
router.register("memberships", team.MembershipViewSet)
router.register("invitations", team.InvitationViewSet)
router.register("imports", imports.ImportViewSet)
urlpatterns = router.urls
