"""What a group has answered so far, as the last page tells it beside one's own result."""

from __future__ import annotations

from impact_study.models import Response, Wave
from impact_study.rules.definition import trusted_definition
from impact_study.rules.own_results import group_scores, is_due

PIECE = 2_000


def bring_scores(wave: Wave, *, complete: int) -> None:
    """Count anew when a whole smallest group has come since: nobody learns one answer from two means."""
    least, kept = wave.study.minimum_group, wave.group_scores
    if not is_due(now=complete, then=kept.get("n", 0), least=least):
        return
    definition = trusted_definition(wave.version.definition)
    rows = Response.objects.complete().filter(wave=wave).values_list("answers", flat=True)
    found = group_scores(definition, rows.iterator(PIECE), least=least)
    before = kept.get("scales", {})
    scales = {
        code: before[code] if code in before and abs(number - before[code][0]) < least else [number, mean]
        for code, (number, mean) in found.items()
    }
    wave.group_scores = {"n": complete, "scales": scales}
    wave.save(update_fields=["group_scores"])
