from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.addresses import row_address
from core.labels import LabelField
from core.models import TimestampedModel
from network.enums import ConsentPurpose, ExperienceKind, ExperienceLevel, ExperienceState
from network.models.consent import Consent
from network.models.occasion import Occasion
from network.models.organisation import Organisation
from network.models.partner import Partner
from network.models.person import Person
from network.models.project import Project
from network.models.scoped import PersonalDataQuerySet


class ExperienceQuerySet(PersonalDataQuerySet["Experience"]):
    def published(self) -> Self:
        return self.filter(state=ExperienceState.PUBLISHED)

    def on_public_pages(self) -> Self:
        """Published stories whose learner may be told of right now: asked of the consents each time, never kept.

        Minors need a guardian's consent and a chosen name; others their own consent or a chosen name. A consent that
        was taken back takes the story off.
        """
        named = Consent.objects.filter(
            person=models.OuterRef("learner"), project=models.OuterRef("project"), purpose=ConsentPurpose.NAME
        )
        in_force = models.Exists(named.filter(withdrawn_at__isnull=True))
        by_guardian = models.Exists(named.filter(withdrawn_at__isnull=True, by_guardian=True))
        taken_back = models.Exists(named.filter(withdrawn_at__isnull=False)) & ~in_force
        chosen = ~models.Q(story_name="")
        minor = models.Q(learner__is_minor=True) & by_guardian & chosen
        of_age = models.Q(learner__is_minor=False) & ((in_force & ~models.Q(learner__given_name="")) | chosen)
        told = models.Q(learner__isnull=True) & chosen | (minor | of_age) & ~taken_back
        return self.published().filter(told, project__is_public=True, learner__erased_at__isnull=True)


class Experience(TimestampedModel):
    """One learner's (or shadowing teacher's) work-based learning at one host enterprise."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="experiences")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="experiences", verbose_name=_("Partner"))
    title = models.CharField(_("Title"), max_length=200)
    kind = models.CharField(_("Kind"), max_length=16, choices=ExperienceKind)
    level = models.CharField(_("Level"), max_length=16, choices=ExperienceLevel)
    learner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="experiences", verbose_name=_("Learner")
    )
    provider = models.ForeignKey(
        Organisation, models.PROTECT, related_name="provided_experiences", verbose_name=_("VET provider")
    )
    host = models.ForeignKey(
        Organisation, models.PROTECT, related_name="hosted_experiences", verbose_name=_("Host enterprise")
    )
    provider_tutor = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tutored_at_provider",
        verbose_name=_("Tutor at the provider"),
    )
    host_tutor = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tutored_at_host",
        verbose_name=_("Tutor at the host"),
    )
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("To"))
    hours = models.DecimalField(_("Hours"), max_digits=7, decimal_places=2, null=True, blank=True)
    sector = models.CharField(_("Sector (NACE)"), max_length=5, blank=True)
    field_of_education = models.CharField(_("Field of education (ISCED-F)"), max_length=4, blank=True)
    eqf = models.PositiveSmallIntegerField(
        _("EQF level"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    tasks = models.TextField(_("Tasks"), blank=True)
    outcomes = models.JSONField(_("Learning outcomes"), default=list, blank=True)
    efqea = models.JSONField(_("EFQEA criteria"), default=list, blank=True)
    assessment = models.TextField(_("Assessment"), blank=True)
    occasion = models.OneToOneField(
        Occasion, models.PROTECT, null=True, blank=True, related_name="experience", editable=False
    )
    state = models.CharField(_("State"), max_length=10, choices=ExperienceState, default=ExperienceState.DRAFT)
    story_name = models.CharField(_("Name in the public story"), max_length=60, blank=True)
    story = LabelField(_("Public story"), blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    batch = models.ForeignKey("network.ImportBatch", models.SET_NULL, null=True, blank=True, related_name="experiences")
    version = models.PositiveIntegerField(default=1)
    objects = ExperienceQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="experience_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(hours__isnull=True) | models.Q(hours__gte=0),
                name="experience_hours_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return row_address("network:experience_detail", self.project.code, self.pk)

    @property
    def name_in_story(self) -> str:
        """The chosen name, else the first of the given names; never the family name."""
        if self.story_name or self.learner is None or self.learner.is_minor:
            return self.story_name
        return self.learner.given_name.split(" ")[0]
