"""A frozen plan in words: the rows it points at are named, even those that have changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from core.labels import in_language
from dissemination.enums import ChannelKind, EventKind
from dissemination.models import PlanVersion
from dissemination.rules.plan.amendments import plan_changes
from dissemination.services.plan.adoption import PARTS, plan_content
from network.models import Output, Partner, Project

TITLES: dict[str, str | Promise] = {
    "objectives": _("Objectives"), "target_groups": _("Target groups"), "channels": _("Channels"),
    "activities": _("Planned activities"), "events": _("Planned events"), "owed_events": _("Owed events"),
    "tasks": _("Contractual tasks"),
}  # fmt: skip
KINDS: dict[str, type[ChannelKind] | type[EventKind]] = {
    "channels": ChannelKind, "events": EventKind, "owed_events": EventKind,
}  # fmt: skip
# Which part of the same plan a field points at.
WITHIN = {"objective": "objectives", "group": "target_groups", "channel": "channels"}


@dataclass(frozen=True)
class ReadablePart:
    title: str
    columns: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class ReadableChange:
    kind: str
    part: str
    name: str
    fields: list[tuple[str, ...]]


class Reader:
    """Names what a frozen plan points at: parts by the plan itself, partners and results by their own names."""

    def __init__(self, project: Project, *contents: dict[str, list[dict[str, Any]]]) -> None:
        self.names: dict[tuple[str, int], str] = {}
        for content in contents:
            for part, entries in content.items():
                for entry in entries:
                    self.names[part, entry["id"]] = in_language(entry.get("title")) or entry.get("name", "")
        partners = Partner.objects.in_project(project).select_related("organisation")
        self.partners = {partner.pk: str(partner) for partner in partners}
        self.results = {output.pk: str(output) for output in Output.objects.in_project(project).whole()}
        self.categories = {category.pk: str(category) for category in project.categories.all()}

    def word(self, part: str, field: str, value: Any) -> str:
        if value in (None, "", {}):
            return "–"
        lookups = {"partner": self.partners, "result": self.results, "category": self.categories}
        if field in lookups:
            return lookups[field].get(value, "–")
        if field in WITHIN:
            return self.names.get((WITHIN[field], value), "–")
        if field == "kind":
            return str(KINDS[part](value).label)
        return plain_word(value)


def plain_word(value: Any) -> str:
    if isinstance(value, dict):
        return in_language(value)
    if isinstance(value, bool):
        return _now("yes") if value else _now("no")
    day = parse_date(value) if isinstance(value, str) and len(value) == 10 else None
    return date_format(day, "SHORT_DATE_FORMAT") if day else str(value)


def field_title(part: str, field: str) -> str:
    described: Any = PARTS[part][0]._meta.get_field(field)
    return str(described.verbose_name).capitalize()


def readable_plan(version: PlanVersion) -> list[ReadablePart]:
    """The parts of a version that hold something, as tables."""
    reader = Reader(version.project, version.content)
    return list(_parts(version.content, reader))


def _parts(content: dict[str, list[dict[str, Any]]], reader: Reader) -> Iterator[ReadablePart]:
    for part, entries in content.items():
        fields = [name for name in PARTS[part][1] if any(entry.get(name) not in (None, "", {}) for entry in entries)]
        if entries:
            rows = [[reader.word(part, name, entry.get(name)) for name in fields] for entry in entries]
            yield ReadablePart(str(TITLES[part]), [field_title(part, name) for name in fields], rows)


def readable_changes(before: PlanVersion, after: PlanVersion | None) -> list[ReadableChange]:
    """What a version changed; with None for `after`, what adopting the plan of today would change."""
    content = after.content if after else plan_content(before.project)
    reader = Reader(before.project, before.content, content)
    return [
        ReadableChange(
            str(change.kind.label), str(TITLES[change.part]), reader.names.get((change.part, change.entry["id"]), ""),
            [
                (field_title(change.part, name), *(reader.word(change.part, name, value) for value in values))
                for name, *values in change.fields
            ],
        )
        for change in plan_changes(before.content, content)
    ]  # fmt: skip
