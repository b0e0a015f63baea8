"""What the impact study tells a report: responses against targets, editions and findings that were published."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.labels import in_language
from impact_study.enums import WaveKind
from impact_study.services.period_facts import period_facts
from network.enums import RespondentGroup
from network.models import Period, Project
from network.reporting import Chapter, ChapterContent, Figure, Table, register, register_facts

CODE = "impact_study"


def build(project: Project, period: Period, figures: dict[str, Any] | None) -> ChapterContent:
    """The facts the locked period kept; while it is open, those of today."""
    known = (figures or {}).get("apps", {}).get(CODE)
    if known is None:
        if period.is_locked:
            return ChapterContent(notes=[_("The period was locked before the impact study was kept in snapshots.")])
        known = period_facts(project, period)
    source = _("Snapshot of the locked period") if period.is_locked else _("Counters of the surveys, period still open")
    tables = [waves_table(known), partners_table(known), editions_table(known), findings_table(known)]
    return ChapterContent(figures=told(known, source), tables=[table for table in tables if table.rows])


def told(known: dict[str, Any], source: str) -> list[Figure]:
    answered = sum(wave["answered"] or 0 for wave in known["waves"])
    target = sum(wave["target"] or 0 for wave in known["waves"]) or None
    return [
        Figure(_("Complete responses, hidden waves left out"), answered, target=target, source=source),
        Figure(_("Editions of studies published"), len(known["editions"]), source=source),
        Figure(_("Findings published"), len(known["findings"]), source=source),
    ]


def number(value: int | None, minimum: int) -> int | str:
    return _("hidden, n < %(minimum)d or beside such a figure") % {"minimum": minimum} if value is None else value


def wave_names(wave: dict[str, Any]) -> tuple[str, str, str]:
    return in_language(wave["study"]), str(RespondentGroup(wave["group"]).label), str(WaveKind(wave["kind"]).label)


def waves_table(known: dict[str, Any]) -> Table:
    rows = [
        (*wave_names(wave), number(wave["answered"], wave["minimum"]), wave["target"] or "–") for wave in known["waves"]
    ]
    return Table(_("Responses by wave"), (_("Study"), _("Group"), _("Wave"), _("Complete"), _("Target")), rows)


def partners_table(known: dict[str, Any]) -> Table:
    rows = [
        (*wave_names(wave), f"P{each['number']}", number(each["answered"], wave["minimum"]), each["target"] or "–")
        for wave in known["waves"]
        for each in wave["partners"]
    ]
    head = (_("Study"), _("Group"), _("Wave"), _("Partner"), _("Complete"), _("Target"))
    return Table(_("Responses by wave and partner"), head, rows)


def editions_table(known: dict[str, Any]) -> Table:
    rows = [
        (in_language(each["study"]), each["language"], each["run"], date.fromisoformat(each["on"]))
        for each in known["editions"]
    ]
    return Table(_("Editions published"), (_("Study"), _("Language"), _("Run"), _("Published on")), rows)


def findings_table(known: dict[str, Any]) -> Table:
    rows = [(each["key"], in_language(each["title"])) for each in known["findings"]]
    return Table(
        _("Findings published"), (_("Key"), _("Finding")), rows,
        _("The figures stand as they were published, each with its run, plan and snapshot."),
    )  # fmt: skip


register(Chapter(code=CODE, title=gettext_lazy("Impact study"), order=30, build=build))
register_facts(CODE, period_facts)
