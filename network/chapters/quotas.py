"""Participation and quotas: figures, chart, and tables by category and by partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.charts import ChartSpec, Kind
from network.chapters.figures import Origin, category_names, known_figures, origin, partner_names
from network.enums import QuotaStatus
from network.models import Period, Project
from network.reporting import ChapterContent, Figure, Table

FINE = {QuotaStatus.REACHED, QuotaStatus.ON_TRACK}


def build_quotas(project: Project, period: Period, figures: dict[str, Any] | None) -> ChapterContent:
    """The snapshot's figures; while the period is open, those of today."""
    known = known_figures(project, period, figures)
    source = origin(known, is_locked=period.is_locked)
    names = category_names(project)
    rows = [(names.get(row["code"]) or row["name"], row) for row in known["categories"]]
    if not rows:
        return ChapterContent(notes=[_("No category of stakeholders is set up in this project yet.")])
    return ChapterContent(
        figures=[
            Figure(name, row["distinct_new"], row["total"]["target"], source=source.words) for name, row in rows
        ],
        charts=[quota_chart(rows, source)],
        tables=[by_category(rows), new_by_partner(rows, known), reached_by_partner(rows, known), beside(rows)],
        notes=[
            _("The figures are new heads: people and organisations counted for the first time in this period, each "
              "once in a category."),
            *stated_totals(rows),
        ],
    )  # fmt: skip


type Rows = list[tuple[str, dict[str, Any]]]


def quota_chart(rows: Rows, source: Origin) -> ChartSpec:
    return ChartSpec(
        kind=Kind.BULLET,
        title=_("Heads reached until the end of the period"),
        statement=finding(rows),
        categories=tuple(name for name, _row in rows),
        series=(_("Reached"), _("Target"), _("Planned by then")),
        values=tuple((row["distinct"], row["total"]["target"], row["total"]["expected"]) for _name, row in rows),
        note=_("Distinct in the project."),
        source=source.words,
        as_of=source.on,
    )


def finding(rows: Rows) -> str:
    """How the quotas stand, in a sentence."""
    fine = sum(row["total"]["status"] in FINE for _name, row in rows)
    words = ngettext("%(fine)d of %(all)d quota is on track or reached.",
                     "%(fine)d of %(all)d quotas are on track or reached.", len(rows))  # fmt: skip
    return words % {"fine": fine, "all": len(rows)}


def by_category(rows: Rows) -> Table:
    head = (
        _("Category"), _("Target"), _("New in this period"), _("Reached so far"), _("Reached, per cent"),
        _("With sound evidence"), _("Shared by partners"), _("Status"),
    )  # fmt: skip
    return Table(_("Heads by category"), head, [category_row(name, row) for name, row in rows],
                 note=_("Evidence and shared heads are sums over the partners; the other figures count a head that "
                        "several partners share once."))  # fmt: skip


def category_row(name: str, row: dict[str, Any]) -> tuple[Any, ...]:
    total = row["total"]
    percent = round(100 * row["distinct"] / total["target"]) if total["target"] else None
    return (
        name, total["target"], row["distinct_new"], row["distinct"], percent, total["evidenced"], total["shared"],
        str(QuotaStatus(total["status"]).label),
    )  # fmt: skip


def new_by_partner(rows: Rows, figures: dict[str, Any]) -> Table:
    head = (_("Partner"), *(name for name, _row in rows))
    lines = [(name, *(cell["new"] for cell in cells)) for name, cells in partner_cells(rows, figures)]
    lines.append((_("Sum of the partners"), *(row["total"]["new"] for _name, row in rows)))
    lines.append((_("Distinct in the project"), *(row["distinct_new"] for _name, row in rows)))
    return Table(_("New heads by partner"), head, lines)


def reached_by_partner(rows: Rows, figures: dict[str, Any]) -> Table:
    """Reached and target side by side for each category."""
    head = [_("Partner")]
    for name, _row in rows:
        head += [_("%(category)s: reached") % {"category": name}, _("%(category)s: target") % {"category": name}]
    lines = [
        (name, *(value for cell in cells for value in (cell["reached"], cell["target"])))
        for name, cells in partner_cells(rows, figures)
    ]
    totals = (value for _name, row in rows for value in (row["total"]["reached"], row["total"]["target"]))
    lines.append((_("Sum of the partners"), *totals))
    return Table(_("Reached so far and targets by partner"), head, lines)


def partner_cells(rows: Rows, figures: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    names = partner_names(figures)
    for partner in figures["partners"]:
        cells = [next(cell for cell in row["cells"] if cell["partner"] == partner["id"]) for _name, row in rows]
        yield names[partner["number"]], cells


def beside(rows: Rows) -> Table:
    """What is told beside the distinct heads and never added to them."""
    columns = ("waiting", "unnamed", "answers", "duplicates")
    head = (
        _("Category"), _("Records waiting for a decision"), _("Heads without names"), _("Answers to surveys"),
        _("Possible duplicates to resolve"),
    )  # fmt: skip
    lines = [(name, *(row["total"][column] for column in columns)) for name, row in rows]
    return Table(_("Beside the heads"), head, lines, note=_("These figures are never added to the heads."))


def stated_totals(rows: Rows) -> Iterator[str]:
    for name, row in rows:
        stated, summed = row["stated_total"], row["total"]["target"]
        if stated is not None and stated != summed:
            words = _("%(name)s: the grant states a total of %(stated)d, the partners' targets add up to %(summed)d.")
            yield words % {"name": name, "stated": stated, "summed": summed or 0}
