"""Codes name answers, columns and texts for good: each stands once, whatever its case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Matrix


def code_problems(definition: Definition) -> list[Problem]:
    items = [item for page in definition.pages for item in page.items]
    rows = [row.code for item in items if isinstance(item, Matrix) for row in item.rows]
    groups = [
        [item.code for item in items] + rows,
        [page.code for page in definition.pages],
        [listed.code for listed in definition.choice_lists],
        [scale.code for scale in definition.scales],
    ]
    problems = [problem for codes in groups for problem in _twice(codes)]
    for listed in definition.choice_lists:
        problems += _twice([choice.code for choice in listed.choices], field=listed.code)
    return [*problems, *_doubled(groups[0])]


def _twice(codes: Iterable[str], field: str = "") -> Iterator[Problem]:
    seen: set[str] = set()
    for code in codes:
        if code.casefold() in seen:
            yield Problem(
                "code_twice",
                _("The code “%(code)s” stands more than once.") % {"code": code},
                field=field or code,
                remedy=_("Give each its own code."),
            )
        seen.add(code.casefold())


def _doubled(codes: Iterable[str]) -> Iterator[Problem]:
    """Two underscores set apart what belongs to a question, such as the words beside "other"."""
    for code in codes:
        if "__" in code:
            yield Problem(
                "code_form",
                _("The code “%(code)s” has two underscores in a row.") % {"code": code},
                field=code,
                remedy=_("Use one."),
            )
