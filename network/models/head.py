from __future__ import annotations

from django.db import models

from network.models.category import Category
from network.models.organisation import Organisation
from network.models.partner import Partner
from network.models.period import Period
from network.models.person import Person
from network.models.project import Project


class Head(models.Model):
    """The first-seen fact: one canonical subject counted for one partner in one category.

    Written by `network.services.counting` alone, always equal to a full count of verified participations.
    """

    # Each index is kept up with every record that is verified: one by project, category and partner serves all three.
    project = models.ForeignKey(Project, models.CASCADE, related_name="heads", db_index=False)
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="heads", db_index=False)
    category = models.ForeignKey(Category, models.CASCADE, related_name="heads", db_index=False)
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="heads")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="heads")
    period = models.ForeignKey(Period, models.PROTECT, null=True, related_name="heads")
    first_on = models.DateField()
    is_evidenced = models.BooleanField(default=False)
    is_shared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "category",
                "person",
                "partner",
                condition=models.Q(person__isnull=False),
                name="head_once_per_person",
            ),
            models.UniqueConstraint(
                "category",
                "organisation",
                "partner",
                condition=models.Q(organisation__isnull=False),
                name="head_once_per_organisation",
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=True) ^ models.Q(organisation__isnull=True),
                name="head_has_one_subject",
            ),
        ]
        indexes = [models.Index(fields=["project", "category", "partner", "id"], name="head_by_cell")]

    def __str__(self) -> str:
        return f"{self.person_id or self.organisation_id} @ {self.partner_id}/{self.category_id}"


class TallyColumns(models.Model):
    """Heads of one cell by the period that took them in and the month they were first seen.

    Without a partner: heads distinct in the whole project. Beside them, by period and month of the record itself:
    records that wait for a decision and verified ones that came late.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="+", db_index=False)
    partner = models.ForeignKey(Partner, models.CASCADE, null=True, related_name="+", db_index=False)
    category = models.ForeignKey(Category, models.CASCADE, related_name="+", db_index=False)
    period = models.ForeignKey(Period, models.PROTECT, null=True, related_name="+", db_index=False)
    month = models.DateField()
    heads = models.IntegerField(default=0)
    evidenced = models.IntegerField(default=0)
    shared = models.IntegerField(default=0)
    waiting = models.IntegerField(default=0)
    late = models.IntegerField(default=0)

    class Meta:
        abstract = True


class Tally(TallyColumns):
    """The folded sum of deltas; read together with the deltas that are not folded yet."""

    class Meta:
        verbose_name_plural = "tallies"
        indexes = [models.Index(fields=["project"], name="tally_by_project")]

    def __str__(self) -> str:
        return f"{self.partner_id}/{self.category_id}/{self.month:%Y-%m}: {self.heads}"


class TallyDelta(TallyColumns):
    """One change of a cell, appended in the transaction that caused it: no hot row is ever updated."""

    class Meta:
        indexes = [models.Index(fields=["project"], name="tally_delta_by_project")]

    def __str__(self) -> str:
        return f"{self.partner_id}/{self.category_id}/{self.month:%Y-%m}: {self.heads:+d}"
