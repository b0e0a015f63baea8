"""Words as they are stored: one Unicode form, no control or direction characters."""

import unicodedata

KEPT_IN_LONG = frozenset("\n\t")
JOINERS = frozenset("\u200c\u200d")


def clean_line(text: str) -> str:
    """One line: every run of blanks is one blank."""
    return " ".join(clean_text(text).split())


def clean_text(text: str) -> str:
    """Several lines, with ends of line as `\\n`."""
    joined = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in joined if _stays(sign)).strip()


def _stays(sign: str) -> bool:
    return sign in KEPT_IN_LONG or sign in JOINERS or not unicodedata.category(sign).startswith("C")
