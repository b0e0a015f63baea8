"""Corrections of figures reported before, and records that came late."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from network.chapters.figures import category_names, known_figures, partner_names
from network.models import Period, Project
from network.reporting import ChapterContent, Table


def build_adjustments(project: Project, period: Period, figures: dict[str, Any] | None) -> ChapterContent:
    known = known_figures(project, period, figures)
    names = category_names(project)
    tables = [table for table in (adjustments(known, names), late_records(known, names)) if table.rows]
    notes = [] if tables else [_("No figure reported before was corrected, and no record came late.")]
    return ChapterContent(tables=tables, notes=notes)


def adjustments(figures: dict[str, Any], names: dict[str, str]) -> Table:
    partners = partner_names(figures)
    rows = [
        (
            each["corrects__name"], partners.get(each["partner__number"], f"P{each['partner__number']}"),
            names.get(each["category__code"], each["category__code"]), each["before"], each["after"],
            each["after"] - each["before"], each["reason"],
        )
        for each in figures["adjustments"]
    ]  # fmt: skip
    head = (_("Period corrected"), _("Partner"), _("Category"), _("Before"), _("After"), _("Difference"), _("Reason"))
    note = _("The figures of a locked period stay as they were reported; what changed later is told here.")
    return Table(_("Adjustments"), head, rows, note=note)


def late_records(figures: dict[str, Any], names: dict[str, str]) -> Table:
    partners = {partner["id"]: partner["number"] for partner in figures["partners"]}
    known = partner_names(figures)
    rows = [
        (known[partners[cell["partner"]]], names.get(row["code"]) or row["name"], cell["late"])
        for row in figures["categories"]
        for cell in row["cells"]
        if cell["late"]
    ]
    note = _("Dated in a locked period and taken in by this one; they keep their date.")
    return Table(_("Late records"), (_("Partner"), _("Category"), _("Verified records")), rows, note=note)
