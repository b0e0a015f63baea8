"""Codes of a snapshot as its respondents read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from core.labels import in_language
from impact_study.enums import WaveKind
from impact_study.rules.result_words import KINDS, told
from network.countries import country_name
from network.enums import RespondentGroup


class Names:
    """What questions, answers and groups are called in the language of whoever reads."""

    def __init__(self, book: Mapping[str, Any]) -> None:
        self._variables = {entry["column"]: entry for entry in book.get("variables", ())}
        self._scales = {entry["column"]: entry for entry in book.get("scales", ())}

    def variable(self, code: str) -> str:
        if code in self._variables:
            return in_language(self._variables[code]["label"]) or code
        if code in self._scales:
            return in_language(self._scales[code]["title"]) or code
        return {"response": _("Response"), "linkage": _("People found again")}.get(code, code)

    def choice(self, variable: str, code: str) -> str:
        for choice in self._variables.get(variable, {}).get("choices", ()):
            if choice["code"] == code:
                return in_language(choice["label"]) or code
        return {"other": _("Other"), "undeclared": _("Undeclared answers")}.get(code, code)

    def value(self, column: str, value: str) -> str:
        """The value of a column that groups people."""
        if column == "country":
            return country_name(value)
        if column == "wave":
            return str(dict(WaveKind.choices).get(value, value))
        if column == "group":
            return str(dict(RespondentGroup.choices).get(value, value))
        if column == "language" and value in dict(settings.LANGUAGES):
            return str(get_language_info(value)["name_translated"])
        return self.choice(column, value)

    def place(self, finding: Mapping[str, Any], *, without: str = "wave") -> str:
        """Of whom a finding speaks, beside its wave."""
        parts = [self.value(column, value) for column, value in finding["where"].items() if column != without]
        return " · ".join(parts)

    def waves(self, finding: Mapping[str, Any]) -> str:
        if wave := finding["where"].get("wave"):
            return self.value("wave", wave)
        return " → ".join(self.value("wave", wave) for wave in finding["waves"])

    def block(self, block: Mapping[str, Any]) -> str:
        """The kind of a block and whom it is about."""
        groups = ", ".join(self.value("group", group) for group in block.get("groups", ()))
        kind = told(KINDS, block["kind"])
        return f"{kind}: {groups}" if groups else kind

    def answers(self, finding: Mapping[str, Any]) -> tuple[str, ...]:
        """The answers as they were read: two scales may share their codes and not their words."""
        return tuple(self.choice(finding["variable"], code) for code in finding["result"]["choices"])

    def choices(self, variable: str) -> list[str]:
        return [
            choice["code"] for choice in self._variables.get(variable, {}).get("choices", ()) if not choice["missing"]
        ]

    def is_scale(self, variable: str) -> bool:
        return variable in self._scales

    def axis(self, variable: str) -> tuple[object, ...]:
        """What its figures can be drawn on together with others: the same answers, or scores of one range."""
        if scale := self._scales.get(variable):
            return "score", scale["low"], scale["high"]
        words = (self.choice(variable, code) for code in self.choices(variable))
        return ("answers", *words) if self.is_ordered(variable) else ()

    def is_ordered(self, variable: str) -> bool:
        """Whether the answers to a question are steps of a scale."""
        found = [each for each in self._variables.get(variable, {}).get("choices", ()) if not each["missing"]]
        return len(found) > 2 and all(each["value"] is not None for each in found)
