"""Names made comparable. Only for comparing: what was typed is kept."""

from __future__ import annotations

import re
import unicodedata

_LEGAL_FORMS = re.compile(
    r"\b(s ?l ?u|s ?l|s ?a ?u|s ?a ?s|s ?a|s ?r ?l ?s|s ?r ?l|s ?p ?a|s ?n ?c|s ?c ?a ?r ?l|s ?c|srls|gmbh|ag|kg|"
    r"ohg|ug|e ?v|s ?r ?o|a ?s|spol|oy|oyj|ab|b ?v|n ?v|bvba|vzw|asbl|ltd|llc|inc|lda|limitada|ltda|sp ?z ?o ?o|eurl|"
    r"sarl|zs|kft)\b"
)
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


def fold(text: str) -> str:
    """Lower case, without accents, hyphens and other marks, single spaces. Cedilla and comma below become one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w]+", " ", plain).replace("_", " ").split())


def organisation_key(name: str) -> str:
    """An organisation's name without its legal form: S.C. Exemplu S.R.L. and Exemplu SRL are one."""
    folded = fold(name)
    stripped = " ".join(_LEGAL_FORMS.sub(" ", folded).split())
    return stripped or folded


def person_key(*parts: str) -> str:
    """A person's name whatever the order of its parts."""
    return " ".join(sorted(fold(" ".join(parts)).split()))
