"""How wide words are, without asking a font: the advance widths of our sans, in hundredths of its size."""

import re
import unicodedata

_CHARACTERS_BY_WIDTH = {
    16: "'", 21: ",.:;", 24: "`|·’", 25: "ij", 26: "l", 28: " \xa0", 29: "!", 30: '"()', 31: "f",
    33: "t[]{}", 35: "r-", 39: '/I\\', 41: "“”", 45: "yz", 46: "v", 48: "cx*?", 49: "k", 50: "–",
    51: "Js", 52: "a", 54: "eLu", 55: "hnoF^<>øđ", 56: "dgT~", 57: "bpqE", 58: "Yß",
    59: "$PSVł", 61: "+BRZ", 62: "X=", 63: "AK", 64: "C#_", 65: "0123456789", 67: "D…", 68: "w", 69: "GHNUĐ",
    71: "OØ", 72: "Q&", 78: "@", 82: "M—", 84: "m", 86: "W", 90: "æœÆŒ", 92: "%",
}  # fmt: skip
_WIDTHS = {one: width for width, characters in _CHARACTERS_BY_WIDTH.items() for one in characters}
_UNKNOWN, _FULL_WIDTH, _BOLD, _SPARE, _ROUNDING = 62, 100, 1.06, 1.03, 0.5
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: object) -> str:
    """One line of characters that XML may hold."""
    return " ".join(_NOT_IN_XML.sub("", str(text)).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """About how many units a line of text takes; a little more rather than less."""
    total = 0
    for character in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(character):
            wide = unicodedata.east_asian_width(character) in "WF"
            total += _WIDTHS.get(character, _FULL_WIDTH if wide else _UNKNOWN)
    return total * size / 100 * (_BOLD if bold else 1) * _SPARE


def shorten(text: str, room: float, size: float) -> str:
    """The beginning of the text that fits, with an ellipsis where something is left off."""
    if width(text, size) <= room + _ROUNDING:
        return text
    fewest, most = 0, len(text)
    while fewest < most:
        middle = (fewest + most + 1) // 2
        if width(text[:middle].rstrip() + "…", size) <= room:
            fewest = middle
        else:
            most = middle - 1
    return text[:fewest].rstrip() + "…"


def wrap(text: str, room: float, size: float, lines: int = 2) -> list[str]:
    """The text over so many lines at most, broken between words."""
    wrapped: list[str] = []
    left = text.split(" ")
    while left and len(wrapped) < lines - 1:
        taken = 1
        while taken < len(left) and width(" ".join(left[: taken + 1]), size) <= room + _ROUNDING:
            taken += 1
        wrapped.append(shorten(" ".join(left[:taken]), room, size))
        left = left[taken:]
    if left:
        wrapped.append(shorten(" ".join(left), room, size))
    return wrapped


def needed(text: str, size: float, lines: int = 2) -> float:
    """The least room in which the text fits into so many lines, to within a twentieth."""
    words, whole = text.split(" "), width(text, size)
    least = max(width(word, size) for word in words)
    for twentieth in range(20 // lines, 21):
        room = max(least, whole * twentieth / 20)
        if wrap(text, room, size, lines)[-1][-1:] != "…":
            return room
    return whole
