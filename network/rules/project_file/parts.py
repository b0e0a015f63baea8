"""The project's categories, partners and periods."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from network.enums import EvidenceKind, OrganisationKind, PartnerRole, RespondentGroup, Unit
from network.rules.plain_data import Reader
from network.rules.project_file.facts import SLUG
from network.rules.project_file.plans import CategoryPlan, PartnerPlan, PeriodPlan


def read_category(reader: Reader, languages: Sequence[str]) -> CategoryPlan:
    kinds = EvidenceKind.values
    plan = CategoryPlan(
        code=reader.text("code", needed=True, longest=30),
        name=reader.label("name", languages, needed=True),
        unit=reader.choice("unit", Unit.values, Unit.PERSON),
        target=reader.whole("target"),
        stated_total=reader.whole("stated_total"),
        evidence_on_site=reader.choices("evidence_on_site", kinds, ["signed_list", "certificate", "declaration"]),
        evidence_virtual=reader.choices("evidence_virtual", kinds, ["declaration", "check_in_log", "certificate"]),
        respondent_groups=reader.choices("respondent_groups", RespondentGroup.values),
        allows_unnamed=reader.yes("allows_unnamed"),
    )
    if plan.code and not SLUG.match(plan.code):
        reader.wrong("code", _("use letters, digits and hyphens only."))
    reader.finish()
    return plan


def read_partner(reader: Reader, number: int) -> PartnerPlan:
    given = reader.whole("number", most=999)
    plan = PartnerPlan(
        number=number if given is None else given,
        name=reader.text("name"),
        short_name=reader.text("short_name", longest=80),
        country=reader.country("country"),
        city=reader.text("city", longest=120),
        kind=reader.choice("kind", OrganisationKind.values, OrganisationKind.OTHER),
        role=reader.choice("role", PartnerRole.values, PartnerRole.PARTNER),
        website=reader.text("website", longest=200),
        joined_on=reader.day("joined_on"),
        left_on=reader.day("left_on"),
        budget_share=reader.money("budget_share"),
        targets={},
    )
    targets = Reader(reader.pairs("targets"), reader.at("targets"), reader.problems)
    plan.targets = {code: heads for code in targets.data if (heads := targets.whole(code)) is not None}
    if plan.joined_on and plan.left_on and plan.left_on < plan.joined_on:
        reader.wrong("left_on", _("lies before the day of joining."))
    reader.finish()
    return plan


def read_period(reader: Reader) -> PeriodPlan:
    plan = PeriodPlan(
        name=reader.text("name", needed=True, longest=80),
        starts_on=reader.day("starts_on"),
        ends_on=reader.day("ends_on"),
        due_on=reader.day("due_on"),
    )
    if plan.starts_on is None or plan.ends_on is None:
        reader.wrong("starts_on", _("a period needs its first and its last day."))
    elif plan.ends_on < plan.starts_on:
        reader.wrong("ends_on", _("lies before the first day."))
    reader.finish()
    return plan
