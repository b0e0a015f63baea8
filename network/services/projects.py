"""One way for a project to begin: from the form, the file, or a test, all at once or not at all."""

from __future__ import annotations

import json
import secrets
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from network.enums import Role
from network.models import Category, CountryAlias, Organisation, Partner, Period, Project, Target
from network.rules.project_file.plans import CategoryPlan, PartnerPlan, PeriodPlan, ProjectPlan
from network.rules.project_file.reading import read_project
from network.services.memberships import grant_membership


def read_project_file(name: str, content: bytes) -> Any:
    """The data in a YAML or JSON file. Raises ProblemsFound with the line that cannot be read."""
    try:
        text = content.decode("utf-8-sig")
        return json.loads(text) if Path(name).suffix.lower() == ".json" else yaml.safe_load(text)
    except (UnicodeDecodeError, yaml.YAMLError, json.JSONDecodeError, RecursionError) as unreadable:
        message = _("The file cannot be read as YAML or JSON in UTF-8: %(why)s") % {"why": unreadable}
        raise ProblemsFound([Problem("unreadable", message)]) from unreadable


@transaction.atomic
def create_project(data: Any, *, by: User | None) -> Project:
    """Write down a project with its partners, categories, targets and periods.

    Who creates it coordinates it, unless it is the platform's staff. Raises ProblemsFound with all that is wrong.
    """
    plan, problems = read_project(data, languages=[code for code, _name in settings.LANGUAGES])
    code = str(data.get("code", "")) if isinstance(data, dict) else ""
    if code and Project.objects.filter(code=code).exists():
        problems.append(Problem("code_taken", _("code: another project has this code."), field="code"))
    if plan is None or problems:
        raise ProblemsFound(problems)
    project = Project.objects.create(**plan.facts)
    CountryAlias.objects.bulk_create(
        CountryAlias(project=project, alias=alias, country=country) for alias, country in plan.country_aliases.items()
    )
    _write_periods(project, plan.periods)
    categories = _write_categories(project, plan.categories)
    for partner in plan.partners:
        _write_partner(project, partner, plan, categories, by)
    audit.record("network.project.created", target=project, by=by, project=project.pk, code=project.code)
    if by is not None and not by.is_staff:
        grant_membership(user=by, project=project, role=Role.COORDINATOR, by=by)
    return project


@transaction.atomic
def change_project(*, project: Project, by: User, facts: dict[str, Any]) -> Project:
    """Change title, dates, grant and the like. Texts of other languages stay. Raises ProblemsFound."""
    stored = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    before = _told(stored)
    for name, value in facts.items():
        if name in ("title", "summary"):
            value = {**getattr(stored, name), **value}
        setattr(stored, "is_public" if name == "public" else name, value)
    if stored.starts_on and stored.ends_on and stored.ends_on < stored.starts_on:
        raise ProblemsFound([Problem("order", _("The project ends before it starts."), field="ends_on")])
    stored.save()
    audit.record(
        "network.project.changed", target=stored, by=by, project=stored.pk, changes=audit.changes(before, _told(stored))
    )
    return stored


def _told(project: Project) -> dict[str, Any]:
    names = ("title", "summary", "action", "call_year", "number", "starts_on", "ends_on", "grant", "languages")
    facts = {name: getattr(project, name) for name in (*names, "is_public")}
    return {name: value if isinstance(value, dict | list | bool | int) else str(value) for name, value in facts.items()}


def _write_periods(project: Project, plans: list[PeriodPlan]) -> None:
    Period.objects.bulk_create(
        Period(project=project, name=plan.name, starts_on=plan.starts_on, ends_on=plan.ends_on, due_on=plan.due_on)
        for plan in plans
        if plan.starts_on and plan.ends_on
    )


def _write_categories(project: Project, plans: list[CategoryPlan]) -> dict[str, Category]:
    rows = {}
    for order, plan in enumerate(plans, start=1):
        facts = {name: value for name, value in vars(plan).items() if name != "target"}
        rows[plan.code] = Category.objects.create(project=project, order=order, **facts)
    return rows


def _write_partner(
    project: Project, plan: PartnerPlan, whole: ProjectPlan, categories: dict[str, Category], by: User | None
) -> None:
    partner = Partner.objects.create(
        project=project, organisation=organisation_for(plan, project), number=plan.number, role=plan.role,
        joined_on=plan.joined_on, left_on=plan.left_on, budget_share=plan.budget_share,
        roster_secret=secrets.token_hex(32),
    )  # fmt: skip
    common = {category.code: category.target for category in whole.categories if category.target is not None}
    valid_from = whole.targets_from or date.min
    Target.objects.bulk_create(
        Target(partner=partner, category=categories[code], heads=heads, valid_from=valid_from, set_by=by)
        for code, heads in {**common, **plan.targets}.items()
    )


def organisation_for(plan: PartnerPlan, project: Project) -> Organisation:
    """The one organisation of the house with this very name and country; a new row otherwise."""
    same = Organisation.objects.canonical().filter(name=plan.name, country=plan.country)
    known = list(same[:2]) if plan.name else []
    if len(known) == 1:
        organisation = known[0]
    else:
        organisation = Organisation.objects.create(
            name=plan.name, short_name=plan.short_name, country=plan.country, city=plan.city, kind=plan.kind,
            website=plan.website,
        )  # fmt: skip
    organisation.projects.add(project)
    return organisation
