"""What a version of a report changed against the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reports.models import Contribution, Report
from reports.rules.content import Document
from reports.rules.differences import FigureChange, Run, figure_changes, text_changes
from reports.services.assembly import document_of


@dataclass(frozen=True)
class TextChange:
    title: str
    runs: list[Run]


@dataclass(frozen=True)
class Difference:
    texts: list[TextChange]
    figures: list[FigureChange]

    def __bool__(self) -> bool:
        return bool(self.texts or self.figures)


def versions_of(report: Report) -> list[Report]:
    same = Report.objects.filter(period=report.period_id, template=report.template_id, language=report.language)
    return list(same.select_related("approved_by", "project").order_by("-number"))


def difference(report: Report) -> Difference:
    """Against the version it follows; the report must follow one."""
    before = report.follows
    if before is None:
        return Difference([], [])
    old, new = texts_of(before), texts_of(report)
    texts = [
        TextChange(str(contribution), text_changes(old[key].text if key in old else "", contribution.text))
        for key, contribution in new.items()
        if key not in old or old[key].text != contribution.text
    ]
    return Difference(texts, figure_changes(figures_of(document_of(before)), figures_of(document_of(report))))


def texts_of(report: Report) -> dict[tuple[int, int | None], Contribution]:
    rows = Contribution.objects.filter(section__report=report).select_related(
        "section__outline", "partner__organisation"
    )
    ordered = rows.order_by("section__outline__order", "partner__number")
    return {(row.section.outline_id, row.partner_id): row for row in ordered}


def figures_of(document: Document) -> dict[str, Any]:
    """Every number of the document under a name that says where it stands."""
    found: dict[str, Any] = {f"{part.title}: {figure.label}": figure.value for part, figure in document.figures()}
    for _part, table in document.tables():
        for row in table.rows:
            for head, value in zip(table.head[1:], row[1:], strict=False):
                if isinstance(value, int | float):
                    found[f"{table.title}: {row[0]}, {head}"] = value
    return found
