"""The smallest group a study tells of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from impact_study.models import Study

CAREFUL = 10
"""The smallest group where minors answer or a question is personal."""


def minimum_of(study: Study) -> int:
    return max(study.minimum_group, CAREFUL) if study.has_minors else study.minimum_group


def minima_of(study: Study, book: Mapping[str, Any]) -> dict[str, int]:
    """Personal questions have a larger smallest group of their own."""
    least = max(study.minimum_group, CAREFUL)
    return {entry["column"]: least for entry in book["variables"] if entry["personal"]}
