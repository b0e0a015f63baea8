"""The list of placements: what it can be asked, and the columns it can show."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django.db.models import Case, CharField, Q, QuerySet, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from core.listing import Column
from network.codes.efqea import CRITERIA
from network.codes.isced_f import field_name
from network.codes.nace import SECTIONS, sector_name
from network.codes.titles import titled
from network.countries import country_name
from network.enums import ExperienceKind, ExperienceLevel, ExperienceState
from network.listings.base import ListFilter, country_filter
from network.models import Experience, Partner, Project
from network.rules.names import fold
from network.scope import Asker, scope_of


class ExperienceFilter(ListFilter):
    q = filters.CharFilter(method="by_name", label=_("Title, learner or host"))
    kind = filters.ChoiceFilter(choices=ExperienceKind, label=_("Kind"))
    state = filters.ChoiceFilter(choices=ExperienceState, label=_("State"))
    partner = filters.ModelChoiceFilter(queryset=Partner.objects.none(), label=_("Partner"))
    level = filters.ChoiceFilter(choices=ExperienceLevel, label=_("Level"))
    country = country_filter(field_name="host__country")
    sector = filters.ChoiceFilter(
        choices=[(code, titled(code, title)) for code, (_divisions, title) in SECTIONS.items()],
        field_name="sector", lookup_expr="startswith", label=_("Sector (NACE)"),
    )  # fmt: skip
    efqea = filters.ChoiceFilter(
        choices=[(one.code, titled(one.code, one.name)) for one in CRITERIA], method="by_criterion",
        label=_("EFQEA criterion"),
    )  # fmt: skip
    counted = filters.BooleanFilter(
        field_name="occasion", lookup_expr="isnull", exclude=True, label=_("Counted on the board")
    )
    first = ("q", "kind", "state", "partner")

    class Meta:
        model = Experience
        fields: list[str] = []

    def by_name(self, rows: QuerySet[Experience], name: str, value: str) -> QuerySet[Experience]:
        key = fold(value)
        return rows.filter(
            Q(title__icontains=value) | Q(learner__name_key__contains=key) | Q(host__name_key__contains=key)
        )

    def by_criterion(self, rows: QuerySet[Experience], name: str, value: str) -> QuerySet[Experience]:
        return rows.alias(as_text=Cast("efqea", CharField())).filter(as_text__contains=f'"{value}"')


def experience_rows(project: Project, user: Asker) -> QuerySet[Experience]:
    """The placements a user may see. `hides_learner`: a minor of another partner, whose name stays out of sheets."""
    own = {partner for _project, partner, _role in scope_of(user).roles if partner}
    foreign_minor = Q(learner__is_minor=True) & ~Q(partner__in=own)
    return (
        Experience.objects.visible_to(user)
        .in_project(project)
        .annotate(hides_learner=Case(When(foreign_minor, then=Value(True)), default=Value(False)))
        .select_related("learner", "host", "provider", "partner__organisation", "project")
    )


def learner_in_sheet(row: Any) -> str:
    return row.learner.full_name if row.learner and not row.hides_learner else ""


EXPERIENCE_COLUMNS = (
    Column("title", _("Title"), lambda row: row.title, sort=("title",)),
    Column("learner", _("Learner"), lambda row: row.learner.full_name if row.learner else "",
           sort=("learner__family_name", "learner__given_name"), plain=learner_in_sheet),
    Column("kind", _("Kind"), lambda row: row.get_kind_display(), sort=("kind",)),
    Column("host", _("Host enterprise"), lambda row: row.host, sort=("host__name",)),
    Column("provider", _("VET provider"), lambda row: row.provider, sort=("provider__name",), standard=False),
    Column("starts_on", _("From"), lambda row: row.starts_on, sort=("starts_on",)),
    Column("ends_on", _("To"), lambda row: row.ends_on, sort=("ends_on",)),
    Column("hours", _("Hours"), lambda row: row.hours, sort=("hours",), number=True, standard=False),
    Column("level", _("Level"), lambda row: row.get_level_display(), sort=("level",), standard=False),
    Column("country", _("Country"), lambda row: country_name(row.host.country), sort=("host__country",),
           standard=False, plain=lambda row: row.host.country),
    Column("sector", _("Sector (NACE)"), lambda row: sector_name(row.sector), sort=("sector",), standard=False,
           plain=lambda row: row.sector),
    Column("field", _("Field of education (ISCED-F)"), lambda row: field_name(row.field_of_education),
           sort=("field_of_education",), standard=False, plain=lambda row: row.field_of_education),
    Column("eqf", _("EQF level"), lambda row: row.eqf, sort=("eqf",), number=True, standard=False),
    Column("efqea", _("EFQEA criteria"), lambda row: ", ".join(row.efqea), standard=False),
    Column("partner", _("Partner"), lambda row: row.partner.label, sort=("partner__number",)),
    Column("state", _("State"), lambda row: row.get_state_display(), sort=("state",)),
)  # fmt: skip
