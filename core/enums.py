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


class Basis(TextChoices):
    """The legal bases of the General Data Protection Regulation that the platform rests on (Art. 6(1))."""

    CONSENT = "consent", _("Consent")
    CONTRACT = "contract", _("Contract")
    LEGAL_OBLIGATION = "legal_obligation", _("Legal obligation")
    PUBLIC_TASK = "public_task", _("Task in the public interest")
    LEGITIMATE_INTEREST = "legitimate_interest", _("Legitimate interest")


class Erasure(TextChoices):
    """What the erasure of a person does with a row."""

    DELETE = "delete", _("The record is deleted")
    EMPTY = "empty", _("What it says of the person is emptied, the record stays for the figures")
    UNLINK = "unlink", _("The record stays, without the person")
    KEEP = "keep", _("The record stays: it must be shown to auditors")


class Retention(TextChoices):
    WITH_ACCOUNT = "account", _("As long as the account")
    WITH_PERSON = "person", _("As long as the person's record")
    PROJECT = "project", _("Until five years after the balance was paid")
    LOG = "log", _("Until ten years after it was written")
    SHORT = "short", _("Ninety days after it ended")
    DAY = "day", _("One day")


class ApiScope(TextChoices):
    """What a personal token may be used for; whose rights it has are its owner's."""

    READ = "read", _("Read")
    WRITE = "write", _("Write records")
    DECIDE = "decide", _("Decide on records and periods")
    IMPORT = "import", _("Import lists")
