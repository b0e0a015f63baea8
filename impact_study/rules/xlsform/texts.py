"""A form's texts, by our languages and keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from impact_study.rules.answers.cleaning import clean_text
from impact_study.rules.xlsform.names import UNNAMED, language_code


@dataclass
class Texts:
    """Collects texts; `codes` are the languages' codes by the names the form gives them."""

    codes: Mapping[str, str]
    base: str
    found: dict[str, dict[str, str]] = field(default_factory=dict)

    def put(self, key: str, label: Any) -> str:
        """Keep a label under a key; the key comes back, or "" where there is no text."""
        by_name = label if isinstance(label, Mapping) else {UNNAMED: label}
        said = {self.codes.get(name, self.base): clean_text(str(text)) for name, text in by_name.items() if text}
        for language, text in said.items():
            self.found.setdefault(language, {})[key] = text
        return key if said else ""


def languages_of(tree: Any) -> list[str]:
    """The names of all languages in a form, in the order they are met."""
    names: dict[str, None] = {}

    def walk(part: Any) -> None:
        if isinstance(part, list):
            for one in part:
                walk(one)
        elif isinstance(part, dict):
            for key, value in part.items():
                if key in ("label", "hint", "jr:constraintMsg") and isinstance(value, dict):
                    names.update(dict.fromkeys(value))
                else:
                    walk(value)

    walk(tree)
    return list(names)


def language_codes(tree: Mapping[str, Any], answers: Mapping[str, str], base: str) -> dict[str, str]:
    """The code of each language. Raises ProblemsFound with a question for each that has none."""
    default = str(tree.get("default_language") or "")
    base = language_code(default, answers, base) or base if default else base
    codes = {name: language_code(name, answers, base) for name in [*languages_of(tree), UNNAMED]}
    unknown = [
        Problem(
            "language_code",
            _("Which language is “%(name)s”? The form does not give its code.") % {"name": name},
            field=name,
            remedy=_("Choose its code, or write it in the form: label::French (fr)."),
        )
        for name, code in codes.items()
        if not code
    ]
    if unknown:
        raise ProblemsFound(unknown)
    return codes
