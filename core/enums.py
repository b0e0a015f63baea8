"""The choices of the house; imports nothing of ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobState(TextChoices):
    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Stopped by a problem")
    PARKED = "parked", _("Set aside after several failures")
    CANCELLED = "cancelled", _("Cancelled")


ACTIVE_JOB_STATES = (JobState.QUEUED, JobState.RUNNING)
