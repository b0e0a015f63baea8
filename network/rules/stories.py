"""In which language a story is told to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Told(NamedTuple):
    text: str
    language: str
    is_asked: bool


def told_in(story: Mapping[str, str], *, asked: str, of_project: Iterable[str]) -> Told:
    """The asked language, else the project's, else English, else any there is."""
    for language in (asked[:2], *of_project, "en", *story):
        if story.get(language, "").strip():
            return Told(story[language], language, language == asked[:2])
    return Told("", asked[:2], is_asked=True)
