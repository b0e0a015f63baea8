"""The rates of the calls: put in place from the file once, then read by the project's rule set or call year."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from dissemination.models import MultiplierRates
from dissemination.rules.unit_costs import Rates
from network.models import Project, RuleSet

FILE = Path(__file__).resolve().parents[2] / "data" / "multiplier_rates.csv"
AMOUNTS = ("local", "international", "project_cap", "virtual_percent", "virtual_cap")


@transaction.atomic
def put_rates_in_place(**_signal: Any) -> None:
    """Make the rule sets and rates that are missing; what is there stays as staff left it."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            rule_set, _is_new = RuleSet.objects.get_or_create(
                code=line["code"], version=line["version"],
                defaults={
                    "name": line["name"], "call_from": line["call_from"], "call_to": line["call_to"],
                    "visibility_scheme": line["visibility_scheme"], "lump_sum": line["lump_sum"] == "yes",
                },
            )  # fmt: skip
            if line["local"]:
                amounts = {name: Decimal(line[name]) if line[name] else None for name in AMOUNTS}
                MultiplierRates.objects.get_or_create(
                    rule_set=rule_set, defaults={**amounts, "source": line["source"], "status": line["status"]}
                )


def rule_set_of(project: Project) -> RuleSet | None:
    """The project's own rule set, else the newest one for its call year."""
    if project.rule_set:
        return project.rule_set
    if project.call_year is None:
        return None
    fitting = RuleSet.objects.filter(call_from__lte=project.call_year, call_to__gte=project.call_year)
    return fitting.order_by("-version", "-call_from").first()


def rates_of(project: Project) -> tuple[RuleSet | None, Rates | None]:
    """None for the rates where the call is not known or pays lump sums: such a project has no unit costs."""
    rule_set = rule_set_of(project)
    if rule_set is None or rule_set.lump_sum:
        return rule_set, None
    row = MultiplierRates.objects.filter(rule_set=rule_set).first()
    if row is None:
        return rule_set, None
    return rule_set, Rates(
        local=row.local, international=row.international, project_cap=row.project_cap,
        virtual_percent=row.virtual_percent, virtual_cap=row.virtual_cap,
    )  # fmt: skip
