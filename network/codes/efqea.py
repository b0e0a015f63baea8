"""The 14 criteria of the European Framework for Quality and Effective Apprenticeships (2018/C 153/01).

The codes E01 to E14 are ours. `proposal` is the wording of the proposal of 2017 where it differs; `is_sourced` says
whether the gist was found in a source or is general knowledge still to be checked.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Criterion(NamedTuple):
    code: str
    group: str
    name: str | Promise
    proposal: str | Promise
    is_sourced: bool


LEARNING = "learning_and_working_conditions"
FRAMEWORK = "framework_conditions"
GROUPS = {LEARNING: _("Learning and working conditions"), FRAMEWORK: _("Framework conditions")}
CRITERIA = (
    Criterion("E01", LEARNING, _("Written agreement"), _("Written contract"), True),
    Criterion("E02", LEARNING, _("Learning outcomes"), "", True),
    Criterion("E03", LEARNING, _("Pedagogical support"), "", True),
    Criterion("E04", LEARNING, _("Workplace component"), "", False),
    Criterion("E05", LEARNING, _("Pay and/or compensation"), "", False),
    Criterion("E06", LEARNING, _("Social protection"), "", False),
    Criterion("E07", LEARNING, _("Work, health and safety conditions"), "", False),
    Criterion("E08", FRAMEWORK, _("Regulatory framework"), "", False),
    Criterion("E09", FRAMEWORK, _("Involvement of social partners"), "", False),
    Criterion("E10", FRAMEWORK, _("Support for companies"), "", False),
    Criterion("E11", FRAMEWORK, _("Flexible pathways and mobility"), "", False),
    Criterion("E12", FRAMEWORK, _("Career guidance and awareness raising"), "", False),
    Criterion("E13", FRAMEWORK, _("Transparency"), "", False),
    Criterion(
        "E14",
        FRAMEWORK,
        _("Quality assurance and tracking of apprentices"),
        _("Quality assurance and graduate tracking"),
        False,
    ),
)
BY_CODE = {criterion.code: criterion for criterion in CRITERIA}
