"""The signs that an expression is made of."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

TOKENS = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<text>'[^']*'|\"[^\"]*\")|\$\{\s*(?P<name>[^}\s]+)\s*\}"
    r"|(?P<word>[A-Za-z][\w-]*)|(?P<sign>!=|<=|>=|[=<>+*(),.-]))"
)


class NotTranslatedError(ValueError):
    """Why an expression cannot be kept, in words."""


def tokens_of(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    text = text.strip()
    while place < len(text):
        token = TOKENS.match(text, place)
        if token is None:
            raise NotTranslatedError(_("“%(part)s” cannot be read") % {"part": text[place : place + 20]})
        kind = token.lastgroup or ""
        found.append((kind, token[kind]))
        place = token.end()
    return found
