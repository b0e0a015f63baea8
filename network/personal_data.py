"""What the network keeps of people, and what becomes of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.enums import Basis, Erasure, Retention
from core.personal_data import declare, declare_impersonal
from network import models

_involved = _("To show who was involved in the project, as its grant asks for")
_signing_in = _("To let people work in their projects")

declare(
    models.Person, subject="",
    fields=[
        "given_name", "family_name", "phone", "country", "language", "birth_year", "gender", "fewer_opportunities",
        "is_minor", "guardian_contact", "do_not_contact",
    ],
    purpose=_involved, basis=Basis.PUBLIC_TASK, retention=Retention.PROJECT, erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.PersonEmail, subject="person", fields=["address", "verified_at"], purpose=_("To write to people"),
    basis=Basis.LEGITIMATE_INTEREST, retention=Retention.WITH_PERSON, erasure=Erasure.DELETE,
)  # fmt: skip
declare(
    models.Affiliation, subject="person", fields=["organisation__name", "function", "starts_on", "ends_on"],
    purpose=_involved, basis=Basis.PUBLIC_TASK, retention=Retention.WITH_PERSON, erasure=Erasure.DELETE,
)  # fmt: skip
declare(
    models.Consent, subject="person",
    fields=["project__code", "purpose", "given_at", "how", "text_version", "by_guardian", "withdrawn_at"],
    purpose=_("To prove what people agreed to"), basis=Basis.LEGAL_OBLIGATION, retention=Retention.PROJECT,
    erasure=Erasure.KEEP,
)  # fmt: skip
declare(
    models.Contact, subject="person", fields=["project__code", "organisation__name", "way", "held_on", "note"],
    purpose=_("To keep up with the project's stakeholders"), basis=Basis.LEGITIMATE_INTEREST,
    retention=Retention.PROJECT, erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.Participation, subject="person",
    fields=[
        "project__code", "occasion__title", "held_on", "hours", "mode", "role", "state", "function_then",
        "organisation_then__name", "country_then",
    ],
    purpose=_involved, basis=Basis.PUBLIC_TASK, retention=Retention.PROJECT, erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.Experience, subject="learner",
    fields=["project__code", "title", "kind", "host__name", "starts_on", "ends_on", "hours", "tasks", "outcomes",
            "assessment", "story_name", "story"],
    purpose=_("To record and recognise what was learnt at work"), basis=Basis.PUBLIC_TASK,
    retention=Retention.PROJECT, erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.Opinion, subject="experience__learner", fields=["voice", "rating", "text", "may_be_quoted", "given_on"],
    purpose=_("To make work-based learning better"), basis=Basis.PUBLIC_TASK, retention=Retention.PROJECT,
    erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.ExperienceReview, subject="experience__learner", fields=["side", "agrees", "comment"],
    purpose=_("To have the record confirmed by both sides"), basis=Basis.PUBLIC_TASK, retention=Retention.PROJECT,
    erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.Evidence, subject="participations__person", fields=["kind", "title", "sha256", "proves_on"],
    purpose=_("To prove participation to auditors"), basis=Basis.LEGAL_OBLIGATION, retention=Retention.PROJECT,
    erasure=Erasure.KEEP,
)  # fmt: skip
declare(
    models.Head, subject="person", fields=["partner__organisation__name", "category__code", "first_on"],
    purpose=_("To count people once"), basis=Basis.PUBLIC_TASK, retention=Retention.PROJECT, erasure=Erasure.KEEP,
)  # fmt: skip
declare(
    models.PossibleDuplicate, subject="first", fields=["why", "settled_at", "are_same"],
    purpose=_("To count people once"), basis=Basis.PUBLIC_TASK, retention=Retention.WITH_PERSON,
    erasure=Erasure.DELETE,
)  # fmt: skip
declare(
    models.ImportRow, subject="batch__participations__person", fields=["batch__original__given_name", "number"],
    purpose=_("To correct and undo an import"), basis=Basis.LEGITIMATE_INTEREST, retention=Retention.SHORT,
    erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.Membership, subject="user", fields=["project__code", "partner__organisation__name", "role", "ends_on"],
    purpose=_signing_in, basis=Basis.CONTRACT, retention=Retention.WITH_ACCOUNT, erasure=Erasure.DELETE,
)  # fmt: skip
declare(
    models.Invitation, subject="accepted_by", fields=["email", "project__code", "role", "accepted_at"],
    purpose=_signing_in, basis=Basis.CONTRACT, retention=Retention.WITH_ACCOUNT, erasure=Erasure.DELETE,
)  # fmt: skip
declare(
    models.Segment, subject="owner", fields=["project__code", "name", "listing", "query"],
    purpose=_("To find one's lists again"), basis=Basis.CONTRACT, retention=Retention.WITH_ACCOUNT,
    erasure=Erasure.DELETE,
)  # fmt: skip
# Merge keeps what it changed until it is undone or the person is erased, which empties it (services/erasure.py).
declare_impersonal(
    models.Adjustment, models.AggregateCount, models.AnswerCount, models.Category, models.ColumnMapping,
    models.CountryAlias, models.ImportBatch, models.Merge, models.Occasion, models.Organisation, models.Output,
    models.Partner, models.Period, models.Project, models.Proof, models.Relationship, models.RuleSet,
    models.Snapshot, models.StakeholderRating, models.SurveyChannel, models.Tag, models.Tally, models.TallyDelta,
    models.Target,
)  # fmt: skip
