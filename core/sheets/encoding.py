"""In which encoding a text file was written: by its marks, else by the letters that come out."""

import codecs
from functools import cache

BYTE_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Beside each old encoding, how much it must be better than those before it to be believed.
OLD_ENCODINGS = (
    ("cp1252", 0.0),
    ("cp1250", 0.0),
    ("iso8859_2", 0.02),
    ("iso8859_15", 0.02),
    ("cp1257", 0.05),
    ("cp1251", 0.05),
    ("cp1253", 0.05),
    ("cp852", 0.1),
    ("cp850", 0.1),
    ("mac_roman", 0.1),
    ("mac_latin2", 0.12),
)
LETTERS = {
    "cs": "áčďéěíňóřšťúůýž",
    "de": "äöüß",
    "es": "áéíóúüñ",
    "fi": "äöåšž",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "hu": "áéíóöőúüű",
    "hr": "čćđšž",
    "it": "àèéìòùî",
    "lt": "ąčęėįšųūž",
    "nl": "áéëíïóöüè",
    "pl": "ąćęłńóśźż",
    "pt": "ãõáâàéêíóôúç",
    "ro": "ăâîşţșț",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "el": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς",
}
MARKS = "–—‘’“”„…€°·•«»©®™¿¡ºª§\u00a0✓"
ENOUGH = 200_000


def sniff_encoding(data: bytes) -> str:
    """The encoding as Python names it. Something is always found; the preview shows it and it can be changed."""
    for mark, encoding in BYTE_MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide_encoding(data):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return "utf-8"
        return _old_encoding(data)
    return "utf-8"


def is_encoding(name: str) -> bool:
    """Whether a name is one of an encoding of text."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def decode(data: bytes, encoding: str) -> str:
    """The text; what cannot be read becomes the replacement sign rather than an error."""
    return data.decode(encoding, errors="replace").removeprefix("\ufeff")


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of ordinary text is zero."""
    start = data[:4096]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if max(even, odd) <= len(start) // 5:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _old_encoding(data: bytes) -> str:
    sample = _telling_part(data)
    return max(OLD_ENCODINGS, key=lambda pair: _likelihood(sample, pair[0]) - pair[1])[0]


def _telling_part(data: bytes) -> bytes:
    """Words that hold a byte above ASCII; the rest reads the same in every encoding."""
    words = (word for word in data[:ENOUGH].split() if not word.isascii())
    return b" ".join(words)


def _likelihood(sample: bytes, encoding: str) -> float:
    """Share of foreign signs that are letters of the one language which fits best."""
    text = sample.decode(encoding, errors="replace")
    signs = [sign for sign in text if ord(sign) > 127]
    if not signs:
        return 0.0
    in_marks = sum(sign in MARKS for sign in signs)
    return max(sum(sign in letters for sign in signs) + in_marks for letters in _alphabets()) / len(signs)


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters + letters.upper()) for letters in LETTERS.values())
