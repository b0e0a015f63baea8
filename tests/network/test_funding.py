from __future__ import annotations

import pytest

from network.enums import VisibilityScheme
from network.funding import DISCLAIMERS, STATEMENTS, funding_of, scheme_of
from network.models import Project, RuleSet


@pytest.mark.parametrize(
    ("project", "scheme"),
    [
        (Project(call_year=2017), VisibilityScheme.CALLS_2014_2020),
        (Project(call_year=2020), VisibilityScheme.CALLS_2014_2020),
        (Project(call_year=2021), VisibilityScheme.CALLS_2021_2027),
        (Project(), VisibilityScheme.CALLS_2021_2027),
        (
            Project(call_year=2021, rule_set=RuleSet(visibility_scheme=VisibilityScheme.CALLS_2014_2020)),
            VisibilityScheme.CALLS_2014_2020,
        ),
    ],
)
def test_scheme_follows_the_rule_set_then_the_call_year(project, scheme):
    assert scheme_of(project) == scheme


def test_statement_is_on_file_in_all_eleven_languages(settings):
    assert {scheme: set(known) for scheme, known in STATEMENTS.items()} == {
        scheme: {code for code, _name in settings.LANGUAGES} for scheme in VisibilityScheme
    }


def test_disclaimer_falls_back_to_english():
    wording = funding_of(Project(call_year=2017), "pl")
    assert wording.statement == "Współfinansowane w ramach programu Unii Europejskiej Erasmus+"
    assert wording.disclaimer == DISCLAIMERS[VisibilityScheme.CALLS_2014_2020]["en"]
