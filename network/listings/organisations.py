"""The list of organisations: what it can be asked, and the columns it can show."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.listing import Column
from network.codes.nace import SECTIONS, sector_name
from network.codes.titles import titled
from network.enums import EnterpriseSize, OrganisationKind, RelationshipKind
from network.listings.base import ListFilter, country_filter, how_many
from network.models import (
    Category,
    Experience,
    Organisation,
    Participation,
    Partner,
    Project,
    Relationship,
    Tag,
)
from network.rules.names import fold
from network.scope import Asker


class OrganisationFilter(ListFilter):
    q = filters.CharFilter(method="by_name", label=_("Name or register number"))
    kind = filters.ChoiceFilter(choices=OrganisationKind, label=_("Kind"))
    country = country_filter()
    size = filters.ChoiceFilter(choices=EnterpriseSize, label=_("Size"))
    region = filters.CharFilter(lookup_expr="istartswith", label=_("Region (NUTS)"))
    sector = filters.ChoiceFilter(
        choices=[(code, titled(code, title)) for code, (_divisions, title) in SECTIONS.items()],
        method="by_sector", label=_("Sector (NACE)"),
    )  # fmt: skip
    category = filters.ModelChoiceFilter(queryset=Category.objects.none(), label=_("Category"), method="by_category")
    tag = filters.ModelChoiceFilter(queryset=Tag.objects.none(), label=_("Tag"), method="by_tag")
    relationship = filters.ChoiceFilter(choices=RelationshipKind, label=_("Relationship"), method="by_relationship")
    is_partner = filters.BooleanFilter(method="by_partnership", label=_("Is a partner"))
    first = ("q", "kind", "country", "size")

    class Meta:
        model = Organisation
        fields: list[str] = []

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, project=project, **kwargs)
        self.filters["category"].queryset = Category.objects.in_project(project)
        self.filters["tag"].queryset = Tag.objects.filter(project=project)

    def by_name(self, rows: QuerySet[Organisation], name: str, value: str) -> QuerySet[Organisation]:
        named = Q()
        for word in fold(value).split():
            named &= Q(name_key__contains=word) | Q(short_name__icontains=word)
        code = value.strip().upper()
        return rows.filter(named | Q(oid=code) | Q(pic=code) | Q(vat=code))

    def by_sector(self, rows: QuerySet[Organisation], name: str, value: str) -> QuerySet[Organisation]:
        divisions = SECTIONS[value][0]
        low, _dash, high = divisions.partition("-")
        asked = Q(sector__startswith=value)
        for division in range(int(low), int(high or low) + 1):
            asked |= Q(sector__startswith=f"{division:02d}")
        return rows.filter(asked)

    def by_category(self, rows: QuerySet[Organisation], name: str, value: Category) -> QuerySet[Organisation]:
        return rows.filter(Exists(Participation.objects.filter(organisation=OuterRef("pk"), category=value)))

    def by_tag(self, rows: QuerySet[Organisation], name: str, value: Tag) -> QuerySet[Organisation]:
        return rows.filter(Exists(Organisation.tags.through.objects.filter(organisation=OuterRef("pk"), tag=value)))

    def by_relationship(self, rows: QuerySet[Organisation], name: str, value: str) -> QuerySet[Organisation]:
        own = Relationship.objects.in_project(self.project).filter(kind=value)
        return rows.filter(Exists(own.filter(source=OuterRef("pk"))) | Exists(own.filter(target=OuterRef("pk"))))

    def by_partnership(self, rows: QuerySet[Organisation], name: str, value: bool) -> QuerySet[Organisation]:
        seat = Exists(Partner.objects.in_project(self.project).filter(organisation=OuterRef("pk")))
        return rows.filter(seat) if value else rows.filter(~seat)


def organisation_rows(project: Project, user: Asker) -> QuerySet[Organisation]:
    """The directory of a project, each row with what the columns tell."""
    records = Participation.objects.filter(project=project, organisation=OuterRef("pk"))
    placements = Experience.objects.filter(project=project, host=OuterRef("pk"))
    return (
        Organisation.objects.visible_to(user)
        .in_project(project)
        .canonical()
        .annotate(records=how_many(records), placements=how_many(placements))
        .select_related("parent")
        .prefetch_related(Prefetch("tags", Tag.objects.filter(project=project)))
    )


ORGANISATION_COLUMNS = (
    Column("name", _("Name"), lambda row: row.name or row, sort=("name_key",), plain=lambda row: row.name),
    Column("short_name", _("Short name"), lambda row: row.short_name, standard=False),
    Column("kind", _("Kind"), lambda row: row.get_kind_display(), sort=("kind",)),
    Column("size", _("Size"), lambda row: row.get_size_display(), sort=("size",)),
    Column("country", _("Country"), lambda row: row.country_name, sort=("country",), plain=lambda row: row.country),
    Column("region", _("Region (NUTS)"), lambda row: row.region, sort=("region",), standard=False),
    Column("city", _("Town"), lambda row: row.city, sort=("city",)),
    Column("sector", _("Sector (NACE)"), lambda row: sector_name(row.sector), sort=("sector",), standard=False,
           plain=lambda row: row.sector),
    Column("parent", _("Part of"), lambda row: row.parent, standard=False),
    Column("oid", _("OID"), lambda row: row.oid, standard=False),
    Column("pic", _("PIC"), lambda row: row.pic, standard=False),
    Column("vat", _("VAT number"), lambda row: row.vat, standard=False),
    Column("website", _("Website"), lambda row: row.website, standard=False),
    Column("tags", _("Tags"), lambda row: ", ".join(tag.name for tag in row.tags.all())),
    Column("placements", _("Placements"), lambda row: row.placements, sort=("placements",), number=True),
    Column("records", _("Records"), lambda row: row.records, sort=("records",), number=True),
)  # fmt: skip
