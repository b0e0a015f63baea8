"""What a project is made of, before anything of it is written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


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
