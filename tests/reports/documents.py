"""Documents to print in tests: invented figures, texts in the letters of several languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from core.charts import ChartSpec, Kind
from network.reporting import Figure, Table
from reports.rules.content import Chart, Document, Figures, Funding, Note, Part, Words

SAMPLES = {
    "ro": "Învățământul profesional și tehnic: ședințe, țări, mână, știință, ĂÂÎȘȚ ăâîșț.",
    "pl": "Zażółć gęślą jaźń; Kształcenie zawodowe w Łodzi, ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż.",
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy, ĚŠČŘŽÝÁÍÉÚŮŤĎŇ ěščřžýáíéúůťďň.",
}


def chart() -> ChartSpec:
    return ChartSpec(
        kind=Kind.BULLET, title="Heads by category", statement="Teachers are ahead, enterprises behind.",
        categories=("Teachers", "Enterprises"), series=("Reached", "Target", "Expected by now"),
        values=((148, 180, 120), (31, 120, 80)), source="Snapshot 1", as_of=date(2018, 9, 3),
    )  # fmt: skip


def document(**changes: object) -> Document:
    parts = (
        Part("summary", "1", "Summary", (Words("A first paragraph.\n\nA second one, <b>not bold</b> & plain."),), True),
        Part(
            "figures", "2", "Participation",
            (
                Figures((Figure("Teachers", 148, 180, source="Snapshot 1"), Figure("Enterprises", 31, 120))),
                Chart(chart()),
                Table(
                    "By partner", ("Partner", "Reached", "Target", "On", "Amount"),
                    (("P1 · ES", 100, 90, date(2018, 9, 3), Decimal("1250.50")), ("=P2 · RO", 48, 90, None, None)),
                    note="Distinct heads.",
                ),
            ),
        ),
        Part("partners", "3", "Partners", tuple(Words(text, language) for language, text in SAMPLES.items())),
        Part("method", "A", "How we count", (Note("A head is counted once."),), False, True),
    )  # fmt: skip
    known: dict[str, object] = {
        "language": "en", "title": "Progress report", "subtitle": "Interim", "project": "Invented project",
        "facts": (("Project number", "2017-1-XX01-KA202-000000"), ("Period from", date(2017, 9, 1))),
        "funding": Funding("Co-funded by the Union", "Views of the author only.", "Emblem of the European Union"),
        "parts": parts, "is_preview": False, "is_approved": True, "version": 1,
        "made_from": datetime(2018, 9, 3, 10, 30, tzinfo=UTC),
    }  # fmt: skip
    return Document(**{**known, **changes})  # type: ignore[arg-type]
