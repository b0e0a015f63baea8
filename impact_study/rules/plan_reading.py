"""Reads a plan from data: everything wrong with its shape is listed, at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Self

from django.utils.translation import gettext as _

from core.problems import Problem

CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")


@dataclass
class Reader:
    """One object of the plan. `place` says where it stands, as `blocks[2].`"""

    data: Mapping[str, Any]
    problems: list[Problem]
    place: str = ""
    read: set[str] = field(default_factory=set)
    inner: list[Reader] = field(default_factory=list)

    @classmethod
    def of(cls, data: Any) -> Self:
        reader = cls(data if isinstance(data, Mapping) else {}, [])
        if not isinstance(data, Mapping):
            reader.refuse("", _("A plan is an object with names and values."))
        return reader

    def all_problems(self) -> list[Problem]:
        for reader in (self, *self.inner):
            for name in sorted(set(reader.data) - reader.read):
                reader.refuse(name, _("The plan knows no entry of this name."))
        return self.problems

    def refuse(self, name: str, message: str) -> None:
        self.problems.append(Problem(code="plan_entry", message=message, field=f"{self.place}{name}"))

    def text(self, name: str) -> str:
        value = self._get(name, "")
        if isinstance(value, str):
            return value
        self.refuse(name, _("This has to be a text."))
        return ""

    def code(self, name: str) -> str:
        value = self.text(name)
        if not CODE.fullmatch(value):
            self.refuse(name, _("A code starts with a small letter and holds small letters, digits and _ only."))
        return value

    def texts(self, name: str, *, needed: bool = False) -> tuple[str, ...]:
        value = self._get(name, [])
        if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
            self.refuse(name, _("This has to be a list of texts."))
            return ()
        if needed and not value:
            self.refuse(name, _("This must not be empty."))
        return tuple(value)

    def number(self, name: str, default: float) -> float:
        value = self._get(name, default)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        self.refuse(name, _("This has to be a number."))
        return default

    def flag(self, name: str) -> bool:
        value = self._get(name, False)
        if not isinstance(value, bool):
            self.refuse(name, _("This has to be true or false."))
        return value is True

    def one_of[E: Enum](self, choices: type[E], name: str, default: E | None = None) -> E:
        value = self._get(name, default)
        try:
            return choices(value)
        except ValueError:
            self.refuse(
                name,
                _("This has to be one of: %(choices)s.") % {"choices": ", ".join(str(each.value) for each in choices)},
            )
            return default or next(iter(choices))

    def maybe_one_of[E: Enum](self, choices: type[E], name: str) -> E | None:
        return None if self._get(name, None) is None else self.one_of(choices, name)

    def parts(self, name: str, *, needed: bool = False) -> list[Reader]:
        value = self._get(name, [])
        if not isinstance(value, list | tuple) or not all(isinstance(each, Mapping) for each in value):
            self.refuse(name, _("This has to be a list of objects."))
            return []
        if needed and not value:
            self.refuse(name, _("This must not be empty."))
        inner = [Reader(each, self.problems, f"{name}[{place}].") for place, each in enumerate(value)]
        self.inner += inner
        return inner

    def margins(self, name: str) -> dict[str, dict[str, float]] | None:
        """Shares by column and category; each column sums to 1."""
        value = self._get(name, None)
        if value is None:
            return None
        try:
            margins = {str(key): {str(k): float(v) for k, v in shares.items()} for key, shares in value.items()}
        except (AttributeError, TypeError, ValueError):
            self.refuse(name, _("Margins give a share for each category of each column."))
            return None
        for column, shares in margins.items():
            if min(shares.values(), default=0) < 0 or abs(sum(shares.values()) - 1) > 1e-6:
                self.refuse(f"{name}.{column}", _("The shares of a column have to add up to 1."))
        return margins

    def _get(self, name: str, default: Any) -> Any:
        self.read.add(name)
        return self.data.get(name, default)
