"""The choices of events and their people; imports nothing of ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    PROJECT_MEETING = "project_meeting", _("Project meeting")
    TRAINING = "training", _("Training")
    MULTIPLIER_EVENT = "multiplier_event", _("Multiplier event")
    CONFERENCE = "conference", _("Conference")
    WORKSHOP = "workshop", _("Workshop")
    WEBINAR = "webinar", _("Webinar")
    STAKEHOLDER_MEETING = "stakeholder_meeting", _("Stakeholder meeting")


class EventMode(TextChoices):
    ON_SITE = "on_site", _("On site")
    VIRTUAL = "virtual", _("Virtual")
    HYBRID = "hybrid", _("On site and virtual")


class EventState(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")
    HELD = "held", _("Held")
    CLOSED = "closed", _("Closed")


# What strangers may read; a cancelled or postponed event stays, and says so.
PUBLIC_STATES = (EventState.PUBLISHED, EventState.POSTPONED, EventState.CANCELLED, EventState.HELD, EventState.CLOSED)


class RegistrationState(TextChoices):
    PENDING = "pending", _("Waiting for the organiser")
    CONFIRMED = "confirmed", _("Confirmed")
    WAITLISTED = "waitlisted", _("On the waiting list")
    OFFERED = "offered", _("Seat offered")
    DECLINED = "declined", _("Declined")
    CANCELLED = "cancelled", _("Cancelled")


# Each of these holds one seat.
SEATED = (RegistrationState.PENDING, RegistrationState.CONFIRMED, RegistrationState.OFFERED)
ACTIVE = (*SEATED, RegistrationState.WAITLISTED)


class RegistrationSource(TextChoices):
    PUBLIC = "public", _("Public page")
    ORGANISER = "organiser", _("Entered by the organiser")
    WALK_IN = "walk_in", _("Walk-in")
    IMPORT = "import", _("Import")


class AttendanceKind(TextChoices):
    SCAN = "scan", _("Ticket scanned")
    BY_NAME = "by_name", _("Found by name")
    WALK_IN = "walk_in", _("Walk-in")
    SIGNED = "signed", _("Signed on the sheet")
    DECLARED = "declared", _("Declared by the organiser")


class AttendanceOutcome(TextChoices):
    COUNTED = "counted", _("Counted")
    REPEATED = "repeated", _("Seen before")
    TO_CONFIRM = "to_confirm", _("To be confirmed")
    REFUSED = "refused", _("Refused")


class QuestionKind(TextChoices):
    TEXT = "text", _("Short text")
    LONG_TEXT = "long_text", _("Long text")
    CHOICE = "choice", _("One of several")
    CHOICES = "choices", _("Any of several")
    YES_NO = "yes_no", _("Yes or no")


class ReachKind(TextChoices):
    """How well a number of reached people is known."""

    MEASURED = "measured", _("Measured")
    ESTIMATED = "estimated", _("Estimated")
    CLAIMED = "claimed", _("Claimed by others")


class ReachUnit(TextChoices):
    VIEWS = "views", _("Views")
    VISITORS = "visitors", _("Visitors")
    FOLLOWERS = "followers", _("Followers")
    READERS = "readers", _("Readers")
    COPIES = "copies", _("Copies")
    LISTENERS = "listeners", _("Listeners")


class ChannelKind(TextChoices):
    WEBSITE = "website", _("Website")
    SOCIAL_MEDIA = "social_media", _("Social media")
    PRESS = "press", _("Press, radio, television")
    NEWSLETTER = "newsletter", _("Newsletter")
    PRINT = "print", _("Print")
    EVENT = "event", _("Event")
    MEETING = "meeting", _("Meeting")
    OTHER = "other", _("Other")


class Duty(TextChoices):
    """What every activity of a funded project is asked about."""

    EMBLEM = "emblem", _("European emblem")
    FUNDING = "funding", _("Funding statement")
    DISCLAIMER = "disclaimer", _("Disclaimer")
    LICENCE = "licence", _("Licence")
    LINK = "link", _("Link to the result")
    ACCESSIBILITY = "accessibility", _("Accessibility")


class DutyAnswer(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_APPLICABLE = "not_applicable", _("Does not apply")


class LinkState(TextChoices):
    UNCHECKED = "unchecked", _("Not checked yet")
    ALIVE = "alive", _("Answers")
    DEAD = "dead", _("Does not answer")


class DocumentKind(TextChoices):
    SIGNATURE_SHEET = "sheet", _("Signature sheet")
    BADGES = "badges", _("Name badges")
    CERTIFICATE = "certificate", _("Certificate of attendance")
    CLAIM_PDF = "claim_pdf", _("Claim sheet (PDF)")
    CLAIM_XLSX = "claim_xlsx", _("Claim sheet (XLSX)")


class FileKind(TextChoices):
    """What a file tells of an event."""

    AGENDA = "agenda", _("Agenda")
    HANDOUT = "handout", _("Documents handed out")
    PRESENTATION = "presentation", _("Presentation")
    MINUTES = "minutes", _("Minutes")
    PHOTO = "photo", _("Photo")
    DECLARATION = "declaration", _("Signed declaration of the organiser")
    SCREENSHOT = "screenshot", _("Picture of the virtual room")
