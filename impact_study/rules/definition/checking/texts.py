"""Every text must stand in the base language; others fall back to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.texts import owned_keys


def text_problems(definition: Definition, texts: Mapping[str, str], base: str) -> Iterator[Problem]:
    if base not in definition.languages:
        yield Problem("base_language", _("The base language is not among the languages of the questionnaire."))
    for owner, key in owned_keys(definition):
        if not texts.get(key, "").strip():
            yield Problem(
                "text_missing",
                _("A text is missing in the base language (%(key)s).") % {"key": key},
                field=owner,
                remedy=_("Write it."),
            )
