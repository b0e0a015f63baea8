"""All that keeps a questionnaire from being published, at once, each at its item."""

from __future__ import annotations

from collections.abc import Mapping

from core.problems import Problem
from impact_study.rules.definition.checking.codes import code_problems
from impact_study.rules.definition.checking.conditions import condition_problems
from impact_study.rules.definition.checking.files import file_problems
from impact_study.rules.definition.checking.items import item_problems
from impact_study.rules.definition.checking.reach import reach_problems
from impact_study.rules.definition.checking.scales import scale_problems
from impact_study.rules.definition.checking.texts import text_problems
from impact_study.rules.definition.definition import Definition


def definition_problems(definition: Definition, texts: Mapping[str, str], base: str) -> list[Problem]:
    """What blocks publication, and warnings. `texts` are those of the base language by key."""
    found = [
        *code_problems(definition),
        *item_problems(definition),
        *file_problems(definition),
        *scale_problems(definition),
        *text_problems(definition, texts, base),
    ]
    logic = condition_problems(definition)
    stops = [problem for problem in (*found, *logic) if not problem.warning]
    return [*found, *logic] if stops else [*found, *logic, *reach_problems(definition)]
