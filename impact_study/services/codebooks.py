"""The codebook of a study, from the questionnaires of its waves in all their languages."""

from __future__ import annotations

import json
from typing import Any

from impact_study.models import Study, Translation, Wave
from impact_study.rules.codebook import Asked, codebook
from impact_study.rules.definition import trusted_definition


def codebook_of(study: Study) -> dict[str, Any]:
    waves = Wave.objects.filter(study=study).select_related("version").order_by("group", "kind")
    texts: dict[int, dict[str, dict[str, str]]] = {}
    told = Translation.objects.filter(version__in={wave.version_id for wave in waves})
    for version, language, key, text in told.values_list("version_id", "language", "key", "text"):
        texts.setdefault(version, {}).setdefault(language, {})[key] = text
    book = codebook(
        study.code,
        [
            Asked(
                wave.group, wave.kind, wave.version.number, trusted_definition(wave.version.definition),
                texts.get(wave.version_id, {}),
            )
            for wave in waves
        ],
    )  # fmt: skip
    return dict(json.loads(json.dumps(book)))  # as it is stored, so that two can be compared
