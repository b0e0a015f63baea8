"""A person's name in one cell: who is meant, and which part is the family's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.text import fold, word_set
from network.rules.names import without_titles

NOBODY = word_set(
    "n a|na|n n|nn|n d|nd|n v t|s n|x|xx|xxx|xxxx|tbd|tba|tbc|none|null|nil|unknown|anonymous|anonym|anonimo|anonima|"
    "anonyme|anonymous participant|nobody|no name|sin nombre|nombre|name|nome|nume|nom|naam|jmeno|nimi|imie|"
    "desconocido|desconocida|desconhecido|inconnu|sconosciuto|unbekannt|onbekend|neznamy|neznama|nieznany|tuntematon|"
    "necunoscut|test|keine angabe|k a|brak|sem nome|senza nome|sans nom|fara nume|bez jmena|ohne name",
    "|",
)
PARTICLES = word_set(
    "de da do dos das del della dello dei degli delle di du des la le los las el van von der den ter ten te zu zur zum "
    "af av al bin ibn ben st san santa y e i d"
)
SEVERAL = re.compile(r"\s+/\s+|\s*[;\n|]\s*|\s+&\s+|\s\+\s")
JOINED_SURNAMES = frozenset({"es", "pt"})


@dataclass(frozen=True, slots=True)
class Name:
    """Given and family name; either may be empty."""

    given: str
    family: str

    @property
    def whole(self) -> str:
        return f"{self.given} {self.family}".strip()


NO_NAME = frozenset("=<>@{}[]\\|_")
LONGEST_NAME = 120


@dataclass(slots=True)
class NamesSeen:
    """What the surer rows of a file (those with a comma) teach about the others."""

    families: set[str] = field(default_factory=set)
    givens: set[str] = field(default_factory=set)
    surnames_first: bool = False
    two_surnames: bool = False


def is_nobody(name: str) -> bool:
    """No name at all: nothing, signs only, or a word that stands for nothing."""
    folded = fold(name)
    return not any(map(str.isalpha, name)) or folded in NOBODY or (len(folded) > 1 and set(folded) == {"x"})


def is_no_name(text: str) -> bool:
    """Digits, signs of a formula or of an address, or a whole text: something else came into the column."""
    return len(text) > LONGEST_NAME or any(sign.isdigit() or sign in NO_NAME for sign in text)


def several_people(cell: str) -> list[str]:
    """The people of one cell; `Ana / Luis` are two, `Profesor/a` is one."""
    return [part.strip(" ,") for part in SEVERAL.split(cell) if not is_nobody(part)]


def learn_names(cells: Iterable[str], *, surnames_first: bool, language: str) -> NamesSeen:
    """Which words are family names and given names, from the cells that say so by a comma."""
    seen = NamesSeen(surnames_first=surnames_first, two_surnames=language in JOINED_SURNAMES)
    with_comma = whole = 0
    for cell in cells:
        whole += 1
        family, comma, given = without_titles(cell).partition(",")
        if comma and given.strip():
            with_comma += 1
            seen.families.add(fold(family))
            seen.givens.add(fold(given))
    if with_comma and with_comma < whole:
        seen.surnames_first = False  # where the comma marks the surname first, a line without it is in plain order
    return seen


def split_name(cell: str, seen: NamesSeen) -> Name:
    """The two parts of a whole name, by its comma, by what other rows teach, else by custom."""
    name = " ".join(without_titles(cell).split())
    family, comma, given = name.partition(",")
    if comma and given.strip():
        return Name(given.strip(), family.strip())
    words = name.strip(" ,").split(" ")
    if len(words) == 1:
        return Name("", words[0])
    at = _known_border(words, seen) or _usual_border(words, seen)
    if seen.surnames_first:
        at = _known_border(words[::-1], seen) or _surnames_at_front(words, seen)
        return Name(" ".join(words[at:]), " ".join(words[:at]))
    return Name(" ".join(words[:at]), " ".join(words[at:]))


def _known_border(words: list[str], seen: NamesSeen) -> int:
    """Where the family name begins, when another row has shown it."""
    for at in range(1, len(words)):
        if fold(" ".join(words[at:])) in seen.families:
            return at
    for at in range(len(words) - 1, 0, -1):
        if fold(" ".join(words[:at])) in seen.givens:
            return at
    return 0


def _usual_border(words: list[str], seen: NamesSeen) -> int:
    at = len(words) - 1
    if seen.two_surnames and len(words) > 2:
        at = len(words) - 2
    for place in range(1, at + 1):  # a particle begins the family name
        if fold(words[place]) in PARTICLES:
            return place
    return max(at, 1)


def _surnames_at_front(words: list[str], seen: NamesSeen) -> int:
    at = 2 if seen.two_surnames and len(words) > 2 else 1
    while at < len(words) - 1 and fold(words[at - 1]) in PARTICLES:
        at += 1
    return at
