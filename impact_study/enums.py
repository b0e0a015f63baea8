"""The choices of the impact study; imports nothing of ours. Who answers is `network.enums.RespondentGroup`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Design(TextChoices):
    PRE_POST = "pre_post", _("Before and after")
    PRE_POST_FOLLOW_UP = "pre_post_followup", _("Before, after and follow-up")
    RETROSPECTIVE = "retrospective", _("Looking back once")
    CROSS_SECTION = "cross_section", _("Once")


class Linkage(TextChoices):
    CODE = "code", _("Code card")
    SELF_CODE = "self_code", _("Code made by the respondent")
    ACCOUNT = "account", _("Account")
    NONE = "none", _("Not linked")


class Anonymity(TextChoices):
    ANONYMOUS = "anonymous", _("Anonymous")
    CONFIDENTIAL = "confidential", _("Confidential")


class StudyState(TextChoices):
    DRAFT = "draft", _("Draft")
    RUNNING = "running", _("Running")
    CLOSED = "closed", _("Closed")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


class VersionState(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    RETIRED = "retired", _("Retired")


class WaveKind(TextChoices):
    PRE = "pre", _("Before")
    POST = "post", _("After")
    FOLLOW_UP = "follow_up", _("Follow-up")
    YEARLY = "yearly", _("Yearly")
    RETRO_PRE = "retro_pre", _("Before, asked afterwards")


class QuestionType(TextChoices):
    SINGLE = "single", _("One choice")
    MULTIPLE = "multiple", _("Several choices")
    MATRIX_SINGLE = "matrix_single", _("Statements, one choice each")
    MATRIX_MULTIPLE = "matrix_multiple", _("Statements, several choices each")
    RATING = "rating", _("Rating")
    NUMBER = "number", _("Number")
    INTEGER = "integer", _("Whole number")
    TEXT = "text", _("Short text")
    LONG_TEXT = "long_text", _("Long text")
    DATE = "date", _("Date")
    MONTH = "month", _("Month")
    TIME = "time", _("Time")
    RANKING = "ranking", _("Ranking")
    FILE = "file", _("File")
    CONSENT = "consent", _("Consent")
    LINKAGE_CODE = "linkage_code", _("Code that links answers")
    COMPUTED = "computed", _("Computed")


class FileKind(TextChoices):
    DOCUMENTS = "documents", _("Documents")
    PICTURES = "pictures", _("Pictures")


class Required(TextChoices):
    NONE = "no", _("May be left out")
    SOFT = "soft", _("Asked for once more")
    HARD = "hard", _("Must be answered")


class Missing(TextChoices):
    NOT_SHOWN = "not_shown", _("Not shown")
    NO_ANSWER = "no_answer", _("No answer")
    NOT_APPLICABLE = "not_applicable", _("Does not apply")
    DONT_KNOW = "dont_know", _("Does not know")
    PREFER_NOT_TO_SAY = "prefer_not_to_say", _("Prefers not to say")


class ChannelKind(TextChoices):
    OPEN_LINK = "open_link", _("Open link")
    PERSONAL_LINK = "personal_link", _("Personal link")
    CODE = "code", _("Code card")
    KIOSK = "kiosk", _("Shared device")
    PAPER = "paper", _("Paper, typed in")
    PROGRAM = "program", _("Program")


class ResponseState(TextChoices):
    COMPLETE = "complete", _("Complete")
    SCREENED_OUT = "screened_out", _("Screened out")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class TextState(TextChoices):
    MISSING = "missing", _("Missing")
    MACHINE = "machine", _("Machine translation")
    DRAFT = "draft", _("Draft")
    REVIEWED = "reviewed", _("Reviewed")
    APPROVED = "approved", _("Approved")


class CountedStep(TextChoices):
    """What a respondent did, as counters know it; `page` goes with a page's code."""

    REACHED = "reached", _("Opened the first page")
    STARTED = "started", _("Answered the first page")
    PAGE = "page", _("Passed a page")
    COMPLETE = "complete", _("Finished")
    SCREENED_OUT = "screened_out", _("Screened out")
    WITHDRAWN = "withdrawn", _("Withdrew")


class RunState(TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")


class PublicationState(TextChoices):
    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    REPLACED = "replaced", _("Replaced")
    WITHDRAWN = "withdrawn", _("Withdrawn")
