"""Values taken out of plain data by name; what cannot be taken becomes a Problem that names its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem
from network.countries import names


@dataclass
class Reader:
    """Takes values out of a mapping by name; what it cannot take becomes a Problem that names the place."""

    data: Mapping[str, Any]
    place: str = ""
    problems: list[Problem] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def at(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name

    def wrong(self, name: str, message: str, code: str = "wrong") -> None:
        self.problems.append(Problem(code, f"{self.at(name)}: {message}", field=self.at(name)))

    def value(self, name: str, *, needed: bool = False) -> Any:
        self.taken.add(name)
        found = self.data.get(name)
        if found in (None, "") and needed:
            self.wrong(name, _("is missing."), "missing")
        return None if found == "" else found

    def text(self, name: str, *, needed: bool = False, longest: int = 400) -> str:
        found = self.value(name, needed=needed)
        if found is None:
            return ""
        if isinstance(found, (Mapping, list)) or len(str(found)) > longest:
            self.wrong(name, _("write a text of at most %(number)d characters.") % {"number": longest})
            return ""
        return str(found).strip()

    def label(self, name: str, languages: Sequence[str], *, needed: bool = False) -> dict[str, str]:
        found = self.value(name, needed=needed)
        if found is None:
            return {}
        if isinstance(found, str):
            return {languages[0]: found}
        if isinstance(found, Mapping) and all(
            key in languages and isinstance(text, str) for key, text in found.items()
        ):
            return {str(key): text for key, text in found.items() if text}
        self.wrong(name, _("write one text per language, by language code."))
        return {}

    def day(self, name: str) -> date | None:
        found = self.value(name)
        if found is None or type(found) is date:
            return found
        try:
            return date.fromisoformat(str(found))
        except ValueError:
            self.wrong(name, _("write a day as YYYY-MM-DD, or leave it out while it is not known."))
            return None

    def whole(self, name: str, *, most: int = 1_000_000) -> int | None:
        found = self.value(name)
        if found is None:
            return None
        if isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= most:
            return found
        self.wrong(name, _("write a whole number from 0 to %(most)d.") % {"most": most})
        return None

    def money(self, name: str) -> Decimal | None:
        found = self.value(name)
        if found is None:
            return None
        try:
            amount = Decimal(str(found))
        except InvalidOperation:
            amount = Decimal(-1)
        if not amount.is_finite() or not 0 <= amount < 10**10:
            self.wrong(name, _("write an amount in euro, such as 109980 or 20560.50."))
            return None
        return amount

    def choice(self, name: str, known: Sequence[str], default: str) -> str:
        found = self.value(name)
        if found is None:
            return default
        if found in known:
            return str(found)
        self.wrong(name, _("choose one of: %(choices)s.") % {"choices": ", ".join(known)})
        return default

    def choices(self, name: str, known: Sequence[str], default: Sequence[str] = ()) -> list[str]:
        found = self.value(name)
        if found is None:
            return list(default)
        if isinstance(found, list) and all(item in known for item in found):
            return [str(item) for item in found]
        self.wrong(name, _("list some of: %(choices)s.") % {"choices": ", ".join(known)})
        return list(default)

    def yes(self, name: str) -> bool:
        found = self.value(name)
        if found is None or isinstance(found, bool):
            return bool(found)
        self.wrong(name, _("write true or false."))
        return False

    def readers(self, name: str) -> list[Reader]:
        """One reader for each mapping in a list; they share this one's problems."""
        found = self.value(name)
        if found is None:
            return []
        if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
            self.wrong(name, _("write a list with one entry for each."))
            return []
        return [Reader(item, f"{self.at(name)}[{at}]", self.problems) for at, item in enumerate(found, start=1)]

    def pairs(self, name: str) -> dict[str, Any]:
        found = self.value(name)
        if found is None:
            return {}
        if isinstance(found, Mapping):
            return {str(key): value for key, value in found.items()}
        self.wrong(name, _("write names with their values."))
        return {}

    def country(self, name: str) -> str:
        # YAML reads an unquoted NO, which is Norway, as false.
        found = "NO" if self.data.get(name) is False else self.text(name)
        self.taken.add(name)
        if found and found not in names("en"):
            self.wrong(name, _("write the country as its two letters by ISO 3166, such as ES or CZ."))
        return found

    def finish(self) -> None:
        """Names that nobody asked for are mistakes of spelling."""
        for name in self.data:
            if name not in self.taken:
                self.wrong(str(name), _("this name is not known here."), "unknown")
