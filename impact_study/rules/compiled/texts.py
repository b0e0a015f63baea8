"""The words of a questionnaire in one language; a missing one falls back to the source's, and says so by its `lang`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import nh3

ALLOWED = {"b", "strong", "i", "em", "ul", "ol", "li", "a", "p", "br"}
INLINE = {"b", "strong", "i", "em"}


@dataclass(frozen=True)
class Texts:
    language: str
    base_language: str
    own: Mapping[str, str]
    base: Mapping[str, str]

    def is_foreign(self, key: str) -> bool:
        return not self.own.get(key) and self.language != self.base_language

    def words(self, key: str) -> str:
        """Bare words, for attributes and titles."""
        found = self.own.get(key) or self.base.get(key) or ""
        return nh3.clean(found, tags=set()) if "<" in found or "&" in found else escape(found)

    def line(self, key: str) -> str:
        """Words within a line, with no more markup than emphasis."""
        return self._marked(key, INLINE, "span")

    def block(self, key: str) -> str:
        """Words that may hold lists and links with https."""
        return self._marked(key, ALLOWED, "div")

    def _marked(self, key: str, tags: set[str], wrap: str) -> str:
        if not key:
            return ""
        found = self.own.get(key) or self.base.get(key) or ""
        clean = nh3.clean(found, tags=tags, attributes={"a": {"href"}}, url_schemes={"https"})
        return f'<{wrap} lang="{escape(self.base_language)}">{clean}</{wrap}>' if self.is_foreign(key) else clean
