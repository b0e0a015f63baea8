"""Names made comparable. Only for comparing: what was typed is kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from core.text import fold, unmarked, word_set

__all__ = [
    "code_key",
    "email_key",
    "fold",
    "loose_key",
    "organisation_key",
    "person_key",
    "spelled_out",
    "without_titles",
]

# Letters that are written with two where the keyboard has none of them.
TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
PAIRS = re.compile(r"(?<=[aou])e|(?<=a)a")

LEGAL_FORMS = word_set(
    "sl slu sa sau sll slne srl srls spa snc sas sapa scarl scrl sc scs sro spol as vos ks ops zs zu lda limitada "
    "unipessoal ltd limited plc llp llc inc corp gmbh ggmbh ag kg ohg ug ev eg mbh gbr oy oyj ky ry ab bv nv vof cv "
    "vzw asbl sarl sasu eurl sprl srlu eirl pfa spzoo spk spj ska aps as asa ou uab ad ood eood doo kft zrt nyrt scop "
    "coop"
)
LONG_FORMS = (
    ("spolka z ograniczona odpowiedzialnoscia", "spzoo"),
    ("spolka z o o", "spzoo"),
    ("sp z o o", "spzoo"),
    ("sp z oo", "spzoo"),
    ("spol s r o", "sro"),
    ("societa a responsabilita limitata", "srl"),
    ("societa per azioni", "spa"),
    ("sociedad limitada", "sl"),
    ("sociedad anonima", "sa"),
    ("gesellschaft mit beschrankter haftung", "gmbh"),
    ("co kg", "kg"),
)
TITLES = word_set(
    "dr dra drd doc prof profa profr ing ingo mgr mgra bc judr mudr rndr phdr paeddr phd csc mba msc bsc ma med hab "
    "inz arch arq lic lda eng dott dottssa ddr d dna dona don sr sra srta sig sigra sra mr mrs ms miss mx m mme mlle "
    "herr frau fr hr dhr mevr mw pan pani pani dl dna dnul doamna domnul rag geom avv abg fil maist kand"
)


@lru_cache(maxsize=50_000)
def organisation_key(name: str) -> str:
    """The name without its legal form, wherever that stands: `S.C. Exemplu Auto S.R.L.` is `exemplu auto`."""
    text = f" {fold(name)} "
    for long, short in LONG_FORMS:
        text = text.replace(f" {long} ", f" {short} ")
    words = text.split()
    while at_end := _form_length(words[::-1]):
        words = words[:-at_end]
    return " ".join(words[_form_length(words) :])


def _form_length(words: list[str]) -> int:
    """How many words from the outside make a legal form; `s r l` is three letters of one. A name remains."""
    for length in (4, 3, 2, 1):
        outer = words[:length]
        spelled = length == 1 or all(len(word) == 1 for word in outer)
        if len(words) > length and spelled and _is_form(outer):
            return length
    return 0


def _is_form(outer: list[str]) -> bool:
    return "".join(outer) in LEGAL_FORMS or "".join(reversed(outer)) in LEGAL_FORMS


def person_key(*parts: str) -> str:
    """A person's name whatever the order of its parts."""
    return " ".join(sorted(fold(" ".join(parts)).split()))


def spelled_out(name: str) -> str:
    """`Müller` as `Mueller`, `Sørensen` as `Soerensen`: the other way to write it; the same where there is none."""
    return name if name.isascii() else unicodedata.normalize("NFC", name).translate(TWO_LETTERS)


def loose_key(key: str) -> str:
    """One key for `muller` and `mueller`: only ever a reason to ask."""
    return " ".join(sorted(PAIRS.sub("", key).split()))


def email_key(email: str) -> str:
    return email.strip().casefold()


def code_key(code: str) -> str:
    """A register number without blanks and signs, zeros at the front kept."""
    return fold(code).replace(" ", "").upper()


def without_titles(name: str) -> str:
    """The name without academic titles and forms of address before and after it."""
    first, *after = (part.strip() for part in name.split(","))
    rest = [part for part in after if part and not _is_title(part)]
    words = first.split()
    while len(words) > 1 and _is_title(words[0]) and (words[0].endswith((".", "ª")) or len(words) > 2):
        words.pop(0)
    while len(words) > 1 and _is_title(words[-1]) and words[-1].endswith("."):
        words.pop()
    return ", ".join([" ".join(words), *rest])


def _is_title(text: str) -> bool:
    """`Dr.`, `dott.ssa`, `Ph.D.`: every word of it is one."""
    joined = unmarked(text).replace(".", "").split()
    return bool(joined) and all(word in TITLES for word in joined)
