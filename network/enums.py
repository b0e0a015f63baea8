"""The choices of the network; imports nothing of ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    COORDINATOR = "coordinator", _("Coordinator")
    MANAGER = "manager", _("Partner manager")
    CONTRIBUTOR = "contributor", _("Contributor")
    VERIFIER = "verifier", _("Verifier")
    READER = "reader", _("Reader")
    AUDITOR = "auditor", _("Auditor")


class PartnerRole(TextChoices):
    COORDINATOR = "coordinator", _("Coordinator")
    PARTNER = "partner", _("Partner")
    ASSOCIATED = "associated", _("Associated partner")


class OrganisationKind(TextChoices):
    VET_PROVIDER = "vet_provider", _("VET provider")
    ENTERPRISE = "enterprise", _("Enterprise")
    SOCIAL_PARTNER = "social_partner", _("Social partner")
    PUBLIC_BODY = "public_body", _("Public body")
    EXCHANGE_INSTITUTION = "exchange_institution", _("Exchange institution")
    CHAMBER = "chamber", _("Chamber")
    EMPLOYMENT_SERVICE = "employment_service", _("Employment service")
    OTHER = "other", _("Other")


class EnterpriseSize(TextChoices):
    MICRO = "1-9", _("1–9 employees")
    SMALL = "10-49", _("10–49 employees")
    MEDIUM = "50-249", _("50–249 employees")
    LARGE = "250+", _("250 employees or more")


class Unit(TextChoices):
    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")


class Mode(TextChoices):
    ON_SITE = "on_site", _("On site")
    VIRTUAL = "virtual", _("Virtual")


class ParticipationRole(TextChoices):
    PARTICIPANT = "participant", _("Participant")
    SPEAKER = "speaker", _("Speaker")
    ORGANISER = "organiser", _("Organiser")


class ParticipationState(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    VERIFIED = "verified", _("Verified")
    RETURNED = "returned", _("Returned")
    REJECTED = "rejected", _("Rejected")


class OccasionKind(TextChoices):
    EVENT = "event", _("Event")
    MEETING = "meeting", _("Meeting")
    TRAINING = "training", _("Training")
    EXPERIENCE = "experience", _("Work-based learning experience")
    MOBILITY = "mobility", _("Mobility")
    SURVEY = "survey", _("Survey")
    OTHER = "other", _("Other")


class EvidenceKind(TextChoices):
    SIGNED_LIST = "signed_list", _("Signed list")
    DECLARATION = "declaration", _("Organiser's declaration")
    CHECK_IN_LOG = "check_in_log", _("Check-in log")
    CERTIFICATE = "certificate", _("Certificate")
    AGREEMENT = "agreement", _("Signed agreement")
    PHOTO = "photo", _("Photo")
    SCREENSHOT = "screenshot", _("Screenshot")
    LINK = "link", _("Link with archived copy")
    SHEET = "sheet", _("Imported sheet")
    DOCUMENT = "document", _("Document of an event")


class PeriodState(TextChoices):
    OPEN = "open", _("Open")
    CLOSING = "closing", _("Closing")
    LOCKED = "locked", _("Locked")


class ExperienceKind(TextChoices):
    APPRENTICESHIP = "apprenticeship", _("Apprenticeship")
    TRAINEESHIP = "traineeship", _("Traineeship")
    INTERNSHIP = "internship", _("Internship")
    DUAL_SCHEME = "dual_scheme", _("Dual scheme")
    JOB_SHADOWING = "job_shadowing", _("Job shadowing")
    VISIT = "visit", _("Visit")


class ExperienceLevel(TextChoices):
    LOCAL = "local", _("Local")
    REGIONAL = "regional", _("Regional")
    NATIONAL = "national", _("National")
    TRANSNATIONAL = "transnational", _("Transnational")


class ExperienceState(TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    REVIEWED = "reviewed", _("Reviewed")
    PUBLISHED = "published", _("Published")


class ContactWay(TextChoices):
    MEETING = "meeting", _("Meeting")
    VISIT = "visit", _("Visit")
    PHONE = "phone", _("Phone")
    VIDEO = "video", _("Video call")
    MAIL = "mail", _("E-mail or letter")
    OTHER = "other", _("Other")


class Voice(TextChoices):
    LEARNER = "learner", _("Learner")
    TUTOR = "tutor", _("Tutor")
    HOST = "host", _("Host enterprise")


class ReviewSide(TextChoices):
    PROVIDER = "provider", _("VET provider")
    HOST = "host", _("Host enterprise")


class RelationshipKind(TextChoices):
    HOSTS_FOR = "hosts_for", _("hosts learners for")
    COOPERATES_WITH = "cooperates_with", _("cooperates with")
    MEMBER_OF = "member_of", _("is a member of")
    SUPPLIES_PLACEMENTS_TO = "supplies_placements_to", _("supplies placements to")
    SIGNED_WITH = "signed_with", _("signed an agreement with")
    ADVISES = "advises", _("advises")


class ConsentPurpose(TextChoices):
    CONTACT = "contact", _("Being contacted")
    NEWSLETTER = "newsletter", _("Newsletter")
    PHOTO = "photo", _("Photos and video")
    NAME = "name", _("Publication of the name")
    TRACKING = "tracking", _("Being asked after the project")


class Gender(TextChoices):
    FEMALE = "f", _("Female")
    MALE = "m", _("Male")
    OTHER = "x", _("Other")
    NOT_STATED = "", _("Not stated")


class ImportKind(TextChoices):
    PEOPLE = "people", _("People")
    ORGANISATIONS = "organisations", _("Organisations")
    ATTENDANCE = "attendance", _("Attendance")
    EXPERIENCES = "experiences", _("Learners' placements")


class ImportState(TextChoices):
    READ = "read", _("Read")
    MAPPED = "mapped", _("Columns mapped")
    PREVIEWED = "previewed", _("Previewed")
    APPLIED = "applied", _("Applied")
    UNDONE = "undone", _("Undone")


class VisibilityScheme(TextChoices):
    CALLS_2014_2020 = "2014-2020", _("Calls 2014–2020")
    CALLS_2021_2027 = "2021-2027", _("Calls 2021–2027")


class RespondentGroup(TextChoices):
    STUDENT = "student", _("Students")
    ENTERPRISE = "enterprise", _("Enterprises")
    TRAINER = "trainer", _("In-company trainers")
    TEACHER = "teacher", _("Teachers")
    DIRECTOR = "director", _("Directors of VET providers")
    PUBLIC_BODY = "public_body", _("Public bodies and social partners")


class QuotaStatus(TextChoices):
    REACHED = "reached", _("Reached")
    ON_TRACK = "on_track", _("On track")
    BEHIND = "behind", _("Behind")
    AT_RISK = "at_risk", _("At risk")
    NOT_STARTED = "not_started", _("Not started")
    NO_TARGET = "no_target", _("No target")
    NO_DATES = "no_dates", _("Dates not known")
