"""The list pages of the workspace in the large house: server time and statements."""

from __future__ import annotations

from django.urls import reverse

from benchmarks.asking import asker
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, processor, side_by_side, statements

PAGES = (
    "project_detail", "participation_list", "person_list", "organisation_list", "occasion_list", "evidence_list",
    "experience_list", "partner_list", "target_list", "period_list", "import_list", "team", "audit_log",
)  # fmt: skip


def run(ground: Ground) -> list[Line]:
    ask, lines = asker(ground.house.coordinator), []
    for name in PAGES:
        address = reverse(f"network:{name}", args=[ground.house.project.code])
        rounds = max(2, ground.sizes.rounds // 3)
        times = side_by_side(lambda a=address: ask(a), rounds=rounds)[0]
        spent = processor(lambda a=address: ask(a), rounds)
        needed = statements(lambda a=address: ask(a))
        lines.append(at_most(Line(f"page {name}, p95", "ms", times.p95_ms, statements=needed), 100))
        lines.append(at_most(Line(f"page {name}, processor time", "ms", spent.ms), 100))
    return lines
