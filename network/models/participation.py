from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.addresses import row_address
from core.models import TimestampedModel
from network.enums import Mode, ParticipationRole, ParticipationState
from network.models.category import Category
from network.models.evidence import Evidence, Proof
from network.models.occasion import Occasion
from network.models.organisation import Organisation
from network.models.partner import Partner
from network.models.period import Period
from network.models.person import Person
from network.models.project import Project
from network.models.scoped import InProjectQuerySet, PersonalDataQuerySet


class ParticipationQuerySet(PersonalDataQuerySet["Participation"]):
    def verified(self) -> Self:
        return self.filter(state=ParticipationState.VERIFIED)


class Participation(TimestampedModel):
    """One subject, a person or an organisation, took part in one occasion, credited to one partner and category.

    Function, organisation and country are those of that day.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="participations")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="participations")
    category = models.ForeignKey(Category, models.PROTECT, related_name="participations")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="participations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="participations")
    # Its index is `participation_by_occasion`.
    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="participations", db_index=False)
    held_on = models.DateField(_("Date"))
    hours = models.DecimalField(_("Hours"), max_digits=7, decimal_places=2, null=True, blank=True)
    mode = models.CharField(_("Mode"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    role = models.CharField(_("Role"), max_length=12, choices=ParticipationRole, default=ParticipationRole.PARTICIPANT)
    state = models.CharField(_("State"), max_length=10, choices=ParticipationState, default=ParticipationState.DRAFT)
    signed = models.BooleanField(_("Signed"), null=True, blank=True)
    function_then = models.CharField(_("Function that day"), max_length=200, blank=True)
    organisation_then = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="sent_participations"
    )
    country_then = models.CharField(_("Country that day"), max_length=2, blank=True)
    evidence = models.ManyToManyField(Evidence, through=Proof, related_name="participations")
    period = models.ForeignKey(Period, models.PROTECT, null=True, blank=True, related_name="participations")
    is_late = models.BooleanField(_("Late"), default=False)
    note = models.CharField(_("Note"), max_length=300, blank=True)
    batch = models.ForeignKey(
        "network.ImportBatch", models.SET_NULL, null=True, blank=True, related_name="participations"
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("Reason"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=True) ^ models.Q(organisation__isnull=True),
                name="participation_has_one_subject",
            ),
            models.UniqueConstraint(
                "occasion",
                "category",
                "partner",
                "person",
                "held_on",
                condition=models.Q(person__isnull=False),
                name="person_takes_part_once",
            ),
            models.UniqueConstraint(
                "occasion",
                "category",
                "partner",
                "organisation",
                "held_on",
                condition=models.Q(organisation__isnull=False),
                name="organisation_takes_part_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ParticipationState.VERIFIED) | models.Q(decided_at__isnull=False),
                name="verified_participation_was_decided",
            ),
        ]
        indexes = [
            models.Index(fields=["category", "partner", "person"], name="participation_by_person"),
            models.Index(fields=["category", "partner", "organisation"], name="participation_by_organisation"),
            models.Index(fields=["project", "-held_on", "-id"], name="participation_by_day"),
            models.Index(fields=["occasion", "state"], name="participation_by_occasion"),
            models.Index(
                fields=["project", "partner", "category"],
                name="participation_waiting",
                condition=models.Q(state=ParticipationState.SUBMITTED),
            ),
            models.Index(
                fields=["partner", "recorded_by"],
                name="participation_unfinished",
                condition=models.Q(state__in=[ParticipationState.DRAFT, ParticipationState.RETURNED]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} · {self.occasion}"

    def get_absolute_url(self) -> str:
        return row_address("network:participation_detail", self.project.code, self.pk)

    @property
    def subject(self) -> Person | Organisation:
        return self.person or self.organisation  # type: ignore[return-value]

    @property
    def is_verified(self) -> bool:
        return self.state == ParticipationState.VERIFIED


class AggregateCountQuerySet(InProjectQuerySet["AggregateCount"]):
    project_path = "partner__project"


class AggregateCount(TimestampedModel):
    """Unnamed heads (a class list on paper): a column of its own, never mixed with distinct heads."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="aggregate_counts")
    category = models.ForeignKey(Category, models.PROTECT, related_name="aggregate_counts")
    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="aggregate_counts")
    heads = models.PositiveIntegerField(_("Heads"))
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="aggregate_counts")
    reason = models.CharField(_("Why without names"), max_length=300)
    period = models.ForeignKey(Period, models.PROTECT, null=True, blank=True, related_name="aggregate_counts")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = AggregateCountQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [models.CheckConstraint(condition=models.Q(heads__gte=1), name="aggregate_count_above_zero")]

    def __str__(self) -> str:
        return f"{self.heads} · {self.occasion}"
