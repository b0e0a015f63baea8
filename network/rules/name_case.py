"""Names that were typed in capitals throughout, as people write them. What was typed stays in the row."""

from __future__ import annotations

import re

from network.rules.name_parts import PARTICLES, Name
from network.rules.names import fold

# In Italy and Belgium the first particle of a family name takes a capital: Di Marco, De Smet.
CAPITAL_PARTICLES = frozenset({"IT", "BE"})
ORDINALS = frozenset({"II", "III", "IV"})
AFTER_SIGN = re.compile(r"(^|[-–'’ʼ.])(\w)")


def usual_case(name: Name, *, country: str = "") -> Name:
    """The name in small letters with capitals, where all of it or one of its parts came in capitals only."""
    whole = _shouts(name.whole)
    given = _cased(name.given, front=True) if whole or _shouts(name.given) else name.given
    if not (whole or _shouts(name.family)):
        return Name(given, name.family)
    return Name(given, _cased(name.family, front=not name.given or country in CAPITAL_PARTICLES))


def _shouts(text: str) -> bool:
    """Capitals only, and more than initials: `J. M.` and `JM` stay as they are."""
    letters = [sign for sign in text if sign.isalpha()]
    return text == text.upper() != text.lower() and len(letters) > 2


def _cased(text: str, *, front: bool) -> str:
    words = text.split(" ")
    capital = {0 if front else -1, len(words) - 1}
    return " ".join(_word(word, capital=place in capital) for place, word in enumerate(words))


def _word(word: str, *, capital: bool) -> str:
    if word in ORDINALS:
        return word
    if not capital and fold(word) in PARTICLES and word.isalpha():
        return word.lower()
    small = AFTER_SIGN.sub(lambda found: found[1] + found[2].upper(), word.lower())
    return f"Mc{small[2:].capitalize()}" if re.fullmatch(r"Mc\w{3,}", small) else small
