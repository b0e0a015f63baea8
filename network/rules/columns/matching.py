"""Which fields a heading may mean, in any of the languages."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from core.text import fold, word_set
from network.rules.headings import HEADINGS

SMALL_WORDS = word_set(
    "de del da do das dos di della dell la el los las le les l the of and y e et und en i a o du des der die das van "
    "het und oder or ou na po w v su al obligatorio required required pflichtfeld"
)


@cache
def fields_by_heading() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for name, languages in HEADINGS.items():
        for language, headings in languages.items():
            for heading in headings.split("|"):
                if plain := plain_heading(heading):
                    found.setdefault(plain, []).append((name, language))
    return found


@cache
def plain_heading(heading: str) -> str:
    """A heading without remarks in brackets, doubled blanks and plural endings such as `alumno/a`."""
    return fold(heading.split("(")[0].split("[")[0] or heading)


def is_heading(text: str) -> bool:
    """Whether a text is a heading we would expect on any list."""
    return bool(fields_meant(text))


def fields_by_words(plain: str) -> list[tuple[str, str]]:
    return [hit for part in known_parts(plain) for hit in part]


def known_parts(plain: str) -> list[list[tuple[str, str]]]:
    """The longest known headings whose words all stand, side by side, in a longer heading."""
    words = [word for word in plain.split() if word not in SMALL_WORDS]
    if not 1 < len(words) <= 8:
        return []
    known = fields_by_heading()
    for length in range(len(words) - 1, 0, -1):
        parts = (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
        if found := [known[part] for part in parts if len(part) > 2 and part in known]:
            return found
    return []


def fields_meant(heading: str) -> list[tuple[str, str]]:
    plain = plain_heading(heading)
    return fields_by_heading().get(plain) or fields_by_words(plain)


def sheet_language(headings: Sequence[str]) -> str:
    """The language in which most headings are written; empty when none is known."""
    votes: Counter[str] = Counter()
    for heading in headings:
        languages = {language for _name, language in fields_by_heading().get(plain_heading(heading), [])}
        votes.update(dict.fromkeys(languages, 1 / max(len(languages), 1)))
    return max(sorted(votes), key=lambda language: votes[language], default="")


def heading_key(heading: str) -> str:
    """Under which a partner's choice for a heading is remembered."""
    return plain_heading(heading)[:120]
