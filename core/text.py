"""Text made comparable: what people type differs in case, marks and signs, and means the same."""

import re
import unicodedata

# Letters that Unicode does not take apart.
STROKES = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"}
)
SIGNS = re.compile(r"[\W_]+")


def unmarked(text: str) -> str:
    """Small letters without accents, cedillas, commas below and strokes; ß is ss."""
    if text.isascii():
        return text.lower()
    small = unicodedata.normalize("NFKD", text).casefold().translate(STROKES)
    return "".join(sign for sign in small if not unicodedata.combining(sign))


def fold(text: str) -> str:
    """`unmarked`, with every run of other signs as one blank. For comparing only, never for keeping."""
    return SIGNS.sub(" ", unmarked(text)).strip()


def word_set(text: str, sign: str | None = None) -> frozenset[str]:
    """A written list as a set: words between blanks, or between a sign."""
    return frozenset(text.split(sign))
