"""The part of plan, activities, events and guests in the interface for programs."""

from rest_framework.routers import SimpleRouter

from dissemination.api.viewsets import activities, events, guests, plan, proofs, versions

router = SimpleRouter(use_regex_path=False)
router.register("plan-objectives", plan.ObjectiveViewSet)
router.register("plan-target-groups", plan.TargetGroupViewSet)
router.register("plan-channels", plan.PlanChannelViewSet, basename="plan-channel")
router.register("planned-activities", plan.PlannedActivityViewSet)
router.register("planned-events", plan.PlannedEventViewSet)
router.register("owed-events", plan.OwedEventViewSet)
router.register("contractual-tasks", plan.ContractualTaskViewSet)
router.register("plan-versions", versions.PlanVersionViewSet)
router.register("activities", activities.ActivityViewSet)
router.register("events", events.EventViewSet)
router.register("registrations", guests.RegistrationViewSet)
router.register("attendances", proofs.AttendanceViewSet)
router.register("certificates", proofs.CertificateViewSet)
urlpatterns = router.urls
