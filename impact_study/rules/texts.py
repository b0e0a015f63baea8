"""Texts of a questionnaire: what is kept of their markup, and how far their translation is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

import nh3

from impact_study.enums import TextState

TAGS = {"b", "strong", "i", "em", "ul", "ol", "li", "a", "p", "br"}
# Control characters and those that turn the direction of writing.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ENTITIES = (("&gt;", ">"), ("&nbsp;", "\u00a0"), ("&amp;", "&"))
LESS_THAN = re.compile(r"&lt;(?![a-zA-Z/!?])")
DONE = (TextState.REVIEWED, TextState.APPROVED)


def kept_text(typed: str) -> str:
    """A text as it is stored: NFC, nothing unseen, only bold, italic, lists, paragraphs and links with https."""
    text = UNSEEN.sub("", unicodedata.normalize("NFC", typed.replace("\r\n", "\n"))).strip()
    if "<" not in text and "&" not in text:
        return text
    clean = nh3.clean(text, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel=None)
    clean = LESS_THAN.sub("<", clean)
    for entity, sign in ENTITIES:
        clean = clean.replace(entity, sign)
    return clean.strip()


def source_hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Standing:
    """One text in one language: what it says, from which source, how far it is."""

    key: str
    source: str
    text: str = ""
    state: str = TextState.MISSING
    made_from: str = ""
    former_source: str = ""

    @property
    def is_outdated(self) -> bool:
        """The source changed since this was written."""
        return bool(self.text) and bool(self.made_from) and self.made_from != source_hash(self.source)

    @property
    def shown_state(self) -> str:
        return self.state if self.text else TextState.MISSING

    @property
    def changes(self) -> list[tuple[str, str]]:
        """What changed in the source, as runs of words: same, gone or new."""
        if not self.is_outdated or not self.former_source:
            return []
        before, after = self.former_source.split(), self.source.split()
        runs = []
        for kind, low, high, new_low, new_high in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if kind == "equal":
                runs.append(("same", " ".join(before[low:high])))
            else:
                runs += [("gone", " ".join(before[low:high]))] * (high > low)
                runs += [("new", " ".join(after[new_low:new_high]))] * (new_high > new_low)
        return runs


@dataclass(frozen=True)
class Progress:
    """How far a language is."""

    language: str
    states: Mapping[str, int]
    outdated: int
    total: int

    @property
    def missing(self) -> int:
        return self.states.get(TextState.MISSING, 0)

    @property
    def done(self) -> int:
        return sum(self.states.get(state, 0) for state in DONE)

    @property
    def is_reviewed(self) -> bool:
        """Whether a native speaker has looked at all of it."""
        return self.done == self.total and not self.outdated


def progress_of(language: str, standings: Iterable[Standing]) -> Progress:
    rows = list(standings)
    states = Counter(str(row.shown_state) for row in rows)
    return Progress(language, dict(states), sum(row.is_outdated for row in rows), len(rows))
