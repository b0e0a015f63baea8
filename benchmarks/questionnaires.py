"""A questionnaire of a wanted length with a wave that asks it, made anew each time."""

from __future__ import annotations

import time
from typing import Any

from django.utils import timezone

from impact_study.models import Instrument, InstrumentVersion, Study, Translation, Wave
from network.models import Project

SCALE = 5
"""So many questions make a score where a study has scales."""


def wave_of(project: Project, number: int, *, pages: int = 1, has_scales: bool = False) -> Wave:
    mark = f"bench-{number}-{pages}-{time.time_ns() % 10**9}"
    asked = [
        {"kind": "question", "code": f"q{place}", "type": "single", "text": f"q{place}", "choices": "agree",
         "required": "soft"}
        for place in range(number)
    ]  # fmt: skip
    each = number // pages
    definition: dict[str, Any] = {
        "format": 1,
        "meta": {"code": "bench", "base_language": "en", "languages": ["en", "es"], "title": "title"},
        "choice_lists": [
            {"code": "agree", "choices": [{"code": f"c{n}", "text": f"c{n}", "value": n + 1} for n in range(5)]}
        ],
        "pages": [
            {"code": f"p{start}", "title": "title", "items": asked[start : start + each]}
            for start in range(0, number, each)
        ],
    }
    if has_scales:
        definition["scales"] = [
            {"code": f"s{start}", "title": "title", "items": [f"q{place}" for place in range(start, start + SCALE)]}
            for start in range(0, number - SCALE + 1, SCALE)
        ]
    instrument = Instrument.objects.create(project=project, code=mark[:32], group="student", title={"en": "Bench"})
    version = InstrumentVersion.objects.create(
        instrument=instrument, number=1, state="published", definition=definition, languages=["en", "es"],
        published_at=timezone.now(),
    )  # fmt: skip
    keys = ["title", *(f"c{n}" for n in range(5)), *(f"q{place}" for place in range(number))]
    Translation.objects.bulk_create(
        Translation(version=version, language="en", key=key, text=f"Text of {key}") for key in keys
    )
    study = Study.objects.create(project=project, code=mark[:30], state="running", linkage="none")
    return Wave.objects.create(study=study, group="student", kind="pre", version=version)
