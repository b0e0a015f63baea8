"""One's own result beside that of the group, where the group is large enough to be shown."""

from __future__ import annotations

from django.template.loader import render_to_string

from core.charts.figures import figure
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.own_results import own_scores
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance


def own_result(entrance: Entrance, survey: CompiledSurvey, course: Course) -> str:
    """Made of the answers that were just sent: stored nowhere, shown to nobody else."""
    known = entrance.wave.group_scores.get("scales", {})
    own = own_scores(survey.definition, course.answers) if known else {}
    rows = [
        {
            "title": survey.texts.words(scale.title),
            "low": figure(scale.span[0]),
            "high": figure(scale.span[1]),
            "own": figure(own[scale.code], 1),
            "group": figure(known[scale.code][1], 1),
            "number": known[scale.code][0],
        }
        for scale in survey.definition.scales
        if scale.title and scale.code in own and scale.code in known
    ]
    return render_to_string("impact_study/respond/_own_result.html", {"rows": rows}) if rows else ""
