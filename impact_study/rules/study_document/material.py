"""What a study is written from: plain facts beside the protected results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from impact_study.rules.result_names import Names
from impact_study.rules.study_document.efqea import CRITERIA


@dataclass(frozen=True)
class Asked:
    """One wave of one group with its questionnaire."""

    group: str
    kind: str
    instrument: str
    version: int
    questions: int
    languages: Sequence[str] = ()


@dataclass(frozen=True)
class Deviation:
    """A plan that was changed after closing."""

    number: int
    day: date
    reason: str


@dataclass(frozen=True)
class Material:
    """`texts` are the words written by hand in the language of the document."""

    title: str
    code: str
    project: str
    language: str
    design: str
    linkage: str
    anonymity: str
    run: int
    run_on: date | None
    software: Mapping[str, str]
    plan: Mapping[str, Any]
    plan_number: int
    plan_locked_on: date | None
    snapshot: int
    snapshot_on: date
    sha256: str
    rows: int
    withdrawn_since: int
    results: Sequence[Mapping[str, Any]]
    names: Names
    minimum: int
    withheld: int
    asked: Sequence[Asked]
    deviations: Sequence[Deviation]
    partners: Sequence[str]
    publisher: str
    address: str
    licence: str
    licence_url: str
    published_on: date | None = None
    is_linked: bool = True
    has_open_links: bool = False
    is_simulated: bool = False
    matching: Sequence[Mapping[str, Any]] = ()
    """How codes made by respondents were matched, by group and later wave."""
    texts: Mapping[str, str] = field(default_factory=dict)
    frameworks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By question of the item bank: its EFQEA, EQAVET and Kirkpatrick codes."""

    @property
    def is_causal(self) -> bool:
        """Words of cause need a comparison group in the plan."""
        return bool(self.plan.get("comparison_group"))

    @property
    def trace(self) -> str:
        """Where every figure comes from."""
        return _("run %(run)d, plan %(plan)d, snapshot %(snapshot)d (SHA-256 %(hash)s…)") % {
            "run": self.run, "plan": self.plan_number, "snapshot": self.snapshot, "hash": self.sha256[:12],
        }  # fmt: skip

    def criterion(self, variable: str) -> str:
        """The first EFQEA criterion that a question speaks to."""
        return next((code for code in self.frameworks.get(variable, ()) if code in CRITERIA), "")
