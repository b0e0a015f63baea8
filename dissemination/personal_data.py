"""What events keep of people, and what becomes of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.enums import Basis, Erasure, Retention
from core.personal_data import declare, declare_impersonal
from dissemination import models

declare(
    models.Registration, subject="person",
    fields=[
        "event__uid", "name", "email", "organisation_name", "organisation_address", "country", "function", "mode",
        "language", "access_needs", "diet_needs", "photo_consent", "answers", "state", "created_at",
    ],
    purpose=_("To hold an event and to show who took part; access and dietary needs are deleted 30 days after it, "
              "guests who never came 90 days after it"),
    basis=Basis.PUBLIC_TASK, retention=Retention.PROJECT, erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.Attendance, subject="registration__person", fields=["event__uid", "kind", "outcome", "scanned_at"],
    purpose=_("To show who was there, as the grant asks for"), basis=Basis.PUBLIC_TASK, retention=Retention.PROJECT,
    erasure=Erasure.KEEP,
)  # fmt: skip
declare(
    models.Certificate, subject="registration__person",
    fields=["serial", "holder_name", "hours", "issued_at", "revoked_at"],
    purpose=_("To let whoever holds a certificate of attendance prove it"), basis=Basis.PUBLIC_TASK,
    retention=Retention.PROJECT, erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.Speaker, subject="person", fields=["event__uid", "name", "function", "organisation"],
    purpose=_("To tell who speaks at an event"), basis=Basis.LEGITIMATE_INTEREST, retention=Retention.PROJECT,
    erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    models.CalendarLink, subject="user", fields=["name", "created_at", "revoked_at"],
    purpose=_("To let people read their events in their own calendar"), basis=Basis.CONTRACT,
    retention=Retention.WITH_ACCOUNT, erasure=Erasure.DELETE,
)  # fmt: skip
declare(
    models.PlanAcceptance, subject="accepted_by", fields=["name", "function", "accepted_on"],
    purpose=_("To show who accepted a plan for a partner"), basis=Basis.CONTRACT, retention=Retention.PROJECT,
    erasure=Erasure.KEEP,
)  # fmt: skip
declare_impersonal(models.EventFile, models.FollowUp, models.SignatureSheet)
declare_impersonal(models.Event, models.PlannedEvent, models.RegistrationForm, models.Seats, models.Session)
declare_impersonal(models.PartnerShare)
declare_impersonal(
    models.Activity, models.ActivityLink, models.Channel, models.ContractualTask, models.EventDocument,
    models.EventDuty, models.GrantedResult, models.MultiplierAward, models.MultiplierRates, models.Objective,
    models.PlannedActivity, models.PlanVersion, models.ReachReading, models.TargetGroup,
)  # fmt: skip
