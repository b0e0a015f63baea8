from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from network.models.partner import Partner
from network.models.project import Project
from network.models.scoped import InProjectQuerySet


class OutputQuerySet(InProjectQuerySet["Output"]):
    def whole(self) -> OutputQuerySet:
        """What was made, without the cards of its single findings."""
        return self.filter(anchor="")


class Output(TimestampedModel):
    """The card of something that was made (a film, a finding, a recommendation), for neighbours to point at."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="outputs")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="outputs")
    kind = models.SlugField(max_length=30)
    title = LabelField()
    address = models.CharField(max_length=300)
    anchor = models.CharField(max_length=60, blank=True)
    figure = models.JSONField(null=True, blank=True)
    is_public = models.BooleanField(default=False)
    withdrawn_on = models.DateField(null=True, blank=True)
    objects = OutputQuerySet.as_manager()

    class Meta:
        ordering = ["project", "kind", "pk"]
        constraints = [models.UniqueConstraint("project", "address", "anchor", name="output_card_once")]

    def __str__(self) -> str:
        title = in_language(self.title)
        return _("%(title)s (withdrawn)") % {"title": title} if self.withdrawn_on else title

    def get_absolute_url(self) -> str:
        """In the reader's language; an address elsewhere as it stands."""
        return f"/{get_language()}{self.address}" if self.address.startswith("/") else self.address
