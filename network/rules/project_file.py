"""A project as plain data, from a file or a form: read whole, with everything that is wrong at once.

The shape is described in docs/project_file.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem
from network.countries import names
from network.enums import EvidenceKind, OrganisationKind, PartnerRole, RespondentGroup, Unit
from network.rules.plain_data import Reader

# Words that stand where a project's code would stand in an address.
TAKEN_BY_PAGES = ("new",)
_SLUG = re.compile(r"^[-a-zA-Z0-9_]+$")


@dataclass
class PartnerPlan:
    number: int
    name: str
    short_name: str
    country: str
    city: str
    kind: str
    role: str
    website: str
    joined_on: date | None
    left_on: date | None
    budget_share: Decimal | None
    targets: Mapping[str, int]


@dataclass
class CategoryPlan:
    code: str
    name: Mapping[str, str]
    unit: str
    target: int | None
    stated_total: int | None
    evidence_on_site: Sequence[str]
    evidence_virtual: Sequence[str]
    respondent_groups: Sequence[str]
    allows_unnamed: bool


@dataclass
class PeriodPlan:
    name: str
    starts_on: date | None
    ends_on: date | None
    due_on: date | None


@dataclass
class ProjectPlan:
    """What create_project writes down."""

    facts: dict[str, Any]
    targets_from: date | None
    country_aliases: dict[str, str]
    categories: list[CategoryPlan]
    partners: list[PartnerPlan]
    periods: list[PeriodPlan]


def read_project(data: Any, *, languages: Sequence[str]) -> tuple[ProjectPlan | None, list[Problem]]:
    """The plan, and everything that is wrong; no plan while anything is."""
    if not isinstance(data, Mapping):
        return None, [Problem("shape", _("The file must hold names with their values at its top."))]
    reader = Reader(data)
    plan = ProjectPlan(
        facts=_facts(reader, languages),
        targets_from=reader.day("targets_from") or reader.day("starts_on"),
        country_aliases=_aliases(reader),
        categories=[_category(each, languages) for each in reader.readers("categories")],
        partners=[_partner(each, number) for number, each in enumerate(reader.readers("partners"), start=1)],
        periods=[_period(each) for each in reader.readers("periods")],
    )
    reader.finish()
    problems = list(dict.fromkeys([*reader.problems, *_whole_problems(plan)]))
    return (None if problems else plan), problems


def _facts(reader: Reader, languages: Sequence[str]) -> dict[str, Any]:
    code = reader.text("code", needed=True, longest=40)
    if code and not _SLUG.match(code):
        reader.wrong("code", _("use letters, digits and hyphens only."))
    if code in TAKEN_BY_PAGES:
        reader.wrong("code", _("this word is the address of a page; take another."))
    return {
        "code": code,
        "title": reader.label("title", languages, needed=True),
        "summary": reader.label("summary", languages),
        "aims": reader.label("aims", languages),
        "action": reader.text("action", longest=40),
        "call_year": reader.whole("call_year", most=2100),
        "number": reader.text("number", longest=60),
        "starts_on": reader.day("starts_on"),
        "ends_on": reader.day("ends_on"),
        "grant": reader.money("grant"),
        "time_zone": reader.text("time_zone", longest=60) or "Europe/Brussels",
        "languages": reader.choices("languages", languages, default=["en"]),
        "is_public": reader.yes("public"),
    }


def _aliases(reader: Reader) -> dict[str, str]:
    found = reader.pairs("country_aliases")
    for alias, country in found.items():
        if country not in names("en"):
            reader.wrong(f"country_aliases.{alias}", _("leads to no country by ISO 3166."))
    return {alias: str(country) for alias, country in found.items()}


def _category(reader: Reader, languages: Sequence[str]) -> CategoryPlan:
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
    if plan.code and not _SLUG.match(plan.code):
        reader.wrong("code", _("use letters, digits and hyphens only."))
    reader.finish()
    return plan


def _partner(reader: Reader, number: int) -> PartnerPlan:
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


def _period(reader: Reader) -> PeriodPlan:
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


def _whole_problems(plan: ProjectPlan) -> list[Problem]:
    """What only the whole shows: order of days, doubles, targets without a category or a day."""
    found = []
    starts_on, ends_on = plan.facts["starts_on"], plan.facts["ends_on"]
    if starts_on and ends_on and ends_on < starts_on:
        found.append(Problem("order", _("ends_on: lies before the first day."), field="ends_on"))
    codes = [category.code for category in plan.categories]
    numbers = [partner.number for partner in plan.partners]
    listed: list[tuple[str, list[Any]]] = [("categories", codes), ("partners", numbers)]
    for name, values in listed:
        for value in dict.fromkeys(value for value in values if values.count(value) > 1):
            message = _("%(place)s: %(value)s is there twice.") % {"place": name, "value": value}
            found.append(Problem("twice", message, field=name))
    for partner in plan.partners:
        for code in partner.targets.keys() - set(codes):
            message = _("partners: partner %(number)d has a target for %(code)s, which is no category here.")
            found.append(Problem("no_category", message % {"number": partner.number, "code": code}, field="partners"))
    has_targets = any(c.target is not None for c in plan.categories) or any(p.targets for p in plan.partners)
    if has_targets and plan.targets_from is None:
        message = _("targets_from: targets need a day from which they hold; the project's first day is not known.")
        found.append(Problem("no_day", message, field="targets_from"))
    return found
