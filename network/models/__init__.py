from network.models.affiliation import Affiliation
from network.models.category import Category
from network.models.consent import Consent
from network.models.contact import Contact, StakeholderRating
from network.models.duplicate import Merge, PossibleDuplicate
from network.models.evidence import Evidence, Proof
from network.models.experience import Experience
from network.models.experience_review import ExperienceReview
from network.models.head import Head, Tally, TallyDelta
from network.models.import_batch import ColumnMapping, ImportBatch, ImportRow
from network.models.membership import Invitation, Membership
from network.models.occasion import Occasion
from network.models.opinion import Opinion
from network.models.organisation import Organisation
from network.models.output import Output
from network.models.participation import AggregateCount, Participation
from network.models.partner import Partner
from network.models.period import Adjustment, Period, Snapshot
from network.models.person import Person, PersonEmail
from network.models.project import CountryAlias, Project
from network.models.relationship import Relationship
from network.models.rule_set import RuleSet
from network.models.survey_channel import AnswerCount, SurveyChannel
from network.models.tag import Segment, Tag
from network.models.target import Target

__all__ = [
    "Adjustment",
    "Affiliation",
    "AggregateCount",
    "AnswerCount",
    "Category",
    "ColumnMapping",
    "Consent",
    "Contact",
    "CountryAlias",
    "Evidence",
    "Experience",
    "ExperienceReview",
    "Head",
    "ImportBatch",
    "ImportRow",
    "Invitation",
    "Membership",
    "Merge",
    "Occasion",
    "Opinion",
    "Organisation",
    "Output",
    "Participation",
    "Partner",
    "Period",
    "Person",
    "PersonEmail",
    "PossibleDuplicate",
    "Project",
    "Proof",
    "Relationship",
    "RuleSet",
    "Segment",
    "Snapshot",
    "StakeholderRating",
    "SurveyChannel",
    "Tag",
    "Tally",
    "TallyDelta",
    "Target",
]
