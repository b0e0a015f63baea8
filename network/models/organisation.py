from __future__ import annotations

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.countries import country_name
from network.enums import EnterpriseSize, OrganisationKind
from network.models.project import Project
from network.scope import Asker, scope_of


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, user: Asker) -> Self:
        """The directory is common to a project; organisations are not personal data."""
        scope = scope_of(user)
        return self if scope.everything else self.in_projects(scope.projects)

    def in_projects(self, projects: set[int]) -> Self:
        through = Organisation.projects.through
        known = through.objects.filter(project__in=projects, organisation=models.OuterRef("pk"))
        return self.filter(models.Exists(known))

    def in_project(self, project: Project) -> Self:
        return self.in_projects({project.pk})

    def canonical(self) -> Self:
        return self.filter(merged_into__isnull=True)


class Organisation(TimestampedModel):
    """A school, an enterprise, a public body…: one row for the whole installation, known to some projects."""

    name = models.CharField(_("Legal name"), max_length=400)
    short_name = models.CharField(_("Short name"), max_length=80, blank=True)
    name_key = models.CharField(max_length=400, editable=False, db_index=True)
    kind = models.CharField(_("Kind"), max_length=24, choices=OrganisationKind, default=OrganisationKind.OTHER)
    size = models.CharField(_("Size"), max_length=8, choices=EnterpriseSize, blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="children")
    oid = models.CharField(
        _("Organisation ID (OID)"), max_length=9, blank=True, validators=[RegexValidator(r"^E\d{8}$")]
    )
    pic = models.CharField(_("PIC"), max_length=9, blank=True, validators=[RegexValidator(r"^\d{9}$")])
    vat = models.CharField(_("VAT number"), max_length=20, blank=True)
    country = models.CharField(_("Country"), max_length=2, blank=True)
    region = models.CharField(_("Region (NUTS)"), max_length=5, blank=True)
    city = models.CharField(_("Town"), max_length=120, blank=True)
    address = models.CharField(_("Address"), max_length=300, blank=True)
    website = models.URLField(_("Website"), blank=True)
    sector = models.CharField(_("Sector (NACE)"), max_length=5, blank=True)
    latitude = models.FloatField(_("Latitude"), null=True, blank=True)
    longitude = models.FloatField(_("Longitude"), null=True, blank=True)
    projects = models.ManyToManyField(Project, related_name="organisations", blank=True)
    tags = models.ManyToManyField("network.Tag", related_name="organisations", blank=True)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="merged_from")
    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["vat"]), models.Index(fields=["oid"])]

    def __str__(self) -> str:
        return self.short_name or self.name or gettext("Name not known")

    def save(self, *args: object, **kwargs: object) -> None:
        from network.rules.names import organisation_key

        self.name_key = organisation_key(self.name)[:400]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def country_name(self) -> str:
        return country_name(self.country)
