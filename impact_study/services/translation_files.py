"""Taking in what translators bring back as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import User
from core.problems import stop_on
from impact_study.enums import TextState
from impact_study.models import InstrumentVersion
from impact_study.rules.texts import Standing
from impact_study.rules.translation_files import Line, read_file
from impact_study.services.instruments import size_problems
from impact_study.services.translations import Typed, save_translations, seen_as

MAY_BE = {TextState.MACHINE, TextState.DRAFT, TextState.REVIEWED, TextState.APPROVED}


@dataclass(frozen=True)
class Report:
    """What became of a file: taken in, without words, of another questionnaire, made from an older source."""

    changed: int
    empty: int
    unknown: Sequence[str]
    outdated: Sequence[str]


def take_in(
    *, version: InstrumentVersion, language: str, standings: Sequence[Standing], content: bytes, by: User
) -> Report:
    """Save the texts of a file. An empty text changes nothing; one made from an older source is marked so.

    Raises ProblemsFound for a file that is too large or cannot be read.
    """
    stop_on(size_problems(content))
    known = {row.key: row for row in standings}
    lines = {line.key: line for line in read_file(content)}
    spoken = {key: line for key, line in lines.items() if line.text.strip() and key in known}
    saved = save_translations(
        version=version, language=language, by=by,
        typed={key: _typed(line, known[key]) for key, line in spoken.items()},
    )  # fmt: skip
    return Report(
        changed=saved.changed,
        empty=sum(not line.text.strip() for line in lines.values()),
        unknown=[key for key in lines if key not in known],
        outdated=[key for key, line in spoken.items() if line.source and line.source != known[key].source],
    )


def _typed(line: Line, row: Standing) -> Typed:
    """The state the file names; else a text that did not change keeps its own, and a new one is a draft."""
    same = line.text.strip() == row.text
    state = line.state if line.state in MAY_BE else row.state if same else TextState.DRAFT
    return Typed(line.text, state, seen_as(row.text, row.state), line.source or None)
