"""Names of a form as our codes, and its languages as theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.text import unmarked

LONGEST = 32
LANGUAGE = re.compile(r"^(?P<name>.*?)\s*\((?P<code>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)$")
CODE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
UNNAMED = "default"


class Codes:
    """Gives each name a code once: small plain letters, at most 32, unique."""

    def __init__(self, first: str = "q") -> None:
        self.first = first
        self.given: set[str] = set()

    def give(self, name: str) -> str:
        plain = re.sub(r"[^a-z0-9]+", "_", unmarked(name)).strip("_")
        if self.first and not plain[:1].isalpha():
            plain = f"{self.first}_{plain}".strip("_")
        plain = plain or "x"
        code, number = plain[:LONGEST].rstrip("_"), 2
        while code in self.given:
            code = f"{plain[: LONGEST - 4].rstrip('_')}_{number}"
            number += 1
        self.given.add(code)
        return code


def language_code(name: str, answers: Mapping[str, str], base: str) -> str:
    """The code of a language: asked for, in brackets, or the name itself; "" when it has to be asked for."""
    if name in answers:
        return answers[name]
    if name == UNNAMED:
        return base
    if named := LANGUAGE.match(name):
        return named["code"].lower() if "-" not in named["code"] else named["code"]
    return name if CODE.match(name) and len(name) == 2 else ""
