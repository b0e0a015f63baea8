"""What dissemination tells a report: plan against done, events and their heads, reach, what proof is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.labels import in_language
from dissemination.enums import EventKind, ReachKind, ReachUnit
from dissemination.rules.plan.progress import Progress
from dissemination.services.period_facts import period_facts
from network.models import Partner, Period, Project
from network.reporting import Chapter, ChapterContent, Figure, Table, register, register_facts

CODE = "dissemination"


def build(project: Project, period: Period, figures: dict[str, Any] | None) -> ChapterContent:
    """The facts the locked period kept; while it is open, those of today."""
    known = (figures or {}).get("apps", {}).get(CODE)
    if known is None:
        if period.is_locked:
            return ChapterContent(notes=[_("The period was locked before dissemination was kept in snapshots.")])
        known = period_facts(project, period)
    source = _("Snapshot of the locked period") if period.is_locked else _("Dissemination plan, period still open")
    names = {partner.pk: str(partner) for partner in Partner.objects.in_project(project).select_related("organisation")}
    tables = [plan_table(known), events_table(known), owed_table(known, names), reach_table(known)]
    return ChapterContent(
        figures=told(known, source), tables=[table for table in tables if table.rows], notes=[missing_words(known)]
    )


def told(known: dict[str, Any], source: str) -> list[Figure]:
    events, done = known["events"], known["activities"]["done"]
    heads = sum(event[place] for event in events for place in ("local", "international", "virtual", "unknown"))
    return [
        Figure(_("Activities done"), done, source=source),
        Figure(_("Events held"), len(events), source=source),
        Figure(_("Heads at events"), heads, source=source),
    ]


def plan_table(known: dict[str, Any]) -> Table:
    rows = [(str(state.label), known["plan"][state.value]) for state in Progress]
    return Table(_("The plan at the end of the period"), (_("State"), _("Activities and events")), rows)


def events_table(known: dict[str, Any]) -> Table:
    head = (_("Event"), _("Kind"), _("Held on"), _("Country"), _("Organiser"), _("Local"), _("International"),
            _("Virtual"), _("Country not known"), _("Without proof"))  # fmt: skip
    rows = [
        (in_language(event["title"]), str(EventKind(event["kind"]).label), date.fromisoformat(event["held_on"]),
         event["country"], f"P{event['partner']}", event["local"], event["international"], event["virtual"],
         event["unknown"], event["without_proof"])
        for event in known["events"]
    ]  # fmt: skip
    return Table(
        _("Events held and their heads"), head, rows,
        _("Each person once per event; local or international by the country of the sending organisation."),
    )  # fmt: skip


def owed_table(known: dict[str, Any], names: dict[int, str]) -> Table:
    rows = [
        (
            str(EventKind(line["kind"]).label),
            names.get(line["partner"]) or _("All together"),
            line["owed"],
            line["held"],
        )
        for line in known["owed"]
    ]
    return Table(_("Owed events"), (_("Event"), _("Owed by"), _("Owed"), _("Held")), rows)


def reach_table(known: dict[str, Any]) -> Table:
    rows = [
        (str(ReachUnit(line["unit"]).label), str(ReachKind(line["kind"]).label), line["counters"],
         "–" if line["total"] is None else line["total"])
        for line in known["reach"]
    ]  # fmt: skip
    return Table(
        _("Reach of the activities"), (_("Unit"), _("How it is known"), _("Counters"), _("Together")), rows,
        _("The latest reading of each counter. Units are not added up, and reach is not heads."),
    )  # fmt: skip


def missing_words(known: dict[str, Any]) -> str:
    activities = known["activities"]
    unproved = sum(event["without_proof"] for event in known["events"])
    return _(
        "Proof still missing: %(activities)d activities without file or link, %(duties)d with open obligatory "
        "questions, %(heads)d heads at events without sound evidence. Done but not planned: %(extra)d activities."
    ) % {
        "activities": activities["without_proof"], "duties": activities["with_open_duties"], "heads": unproved,
        "extra": activities["not_planned"],
    }  # fmt: skip


register(Chapter(code=CODE, title=gettext_lazy("Dissemination"), order=40, build=build))
register_facts(CODE, period_facts)
