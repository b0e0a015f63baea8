"""What keeps a study from being approved and published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.enums import PublicationState, RunState, StudyState

FIGURES = ("difference", "change", "net_share", "mean", "alpha", "odds_ratio", "rank_biserial", "cramers_v",
           "coefficient", "kendall_w", "eta_squared", "epsilon_squared")  # fmt: skip
ENDED = (StudyState.CLOSED, StudyState.PUBLISHED)


def approval_problems(
    *, state: str, study_state: str, run_state: str, has_snapshot: bool, incomplete: Sequence[str], rare: int,
    rare_seen: int | None,
) -> list[Problem]:  # fmt: skip
    """All of them at once. `rare` counts combinations of few people, `rare_seen` how many the coordinator looked at."""
    found = []
    if state != PublicationState.DRAFT:
        found.append(Problem("state", _("This edition is approved already.")))
    if study_state not in ENDED:
        found.append(Problem("study_open", _("The study is still asking."), remedy=_("Close it first.")))
    if run_state != RunState.DONE or not has_snapshot:
        found.append(Problem("run", _("The run has no results yet."), remedy=_("Wait until it has ended.")))
    found += [
        Problem("texts", _("%(instrument)s: texts are missing in this language.") % {"instrument": each},
                remedy=_("Complete the translation, or leave this language out."))
        for each in incomplete
    ]  # fmt: skip
    if rare and rare_seen != rare:
        found.append(
            Problem(
                "combinations", field="rare_seen",
                message=_("%(count)d combinations of group, country and partner are held by few people.")
                % {"count": rare},
                remedy=_("Look through the list below and confirm that nothing written by hand tells of them."),
            )
        )  # fmt: skip
    return found


def publishing_problems(*, state: str, is_newest: bool, is_withdrawn: bool = False) -> list[Problem]:
    found = []
    if state != PublicationState.APPROVED:
        found.append(Problem("state", _("Only an approved edition is published.")))
    if is_withdrawn:
        message = _("What was published of this run in another language was withdrawn.")
        found.append(Problem("withdrawn", message, remedy=_("Publish an edition of a newer run.")))
    if not is_newest:
        found.append(Problem("older", _("A newer run of this study is published in this language.")))
    return found


def withdrawing_problems(*, languages: Sequence[str], reasons: Mapping[str, str]) -> list[Problem]:
    """Strangers are told why in each language in which they could read the edition."""
    if not languages:
        return [Problem("state", _("Only what is published is withdrawn."))]
    return [
        Problem("reason", _("Say why, for whoever has cited it."), field=f"reason_{language}")
        for language in languages
        if not reasons.get(language, "").strip()
    ]


def frozen_figure(result: Mapping[str, Any], trace: Mapping[str, Any]) -> dict[str, Any]:
    """A finding's figure as its card keeps it."""
    told = result["result"]
    name = next((each for each in FIGURES if told.get(each) is not None), "n")
    value, interval = told.get(name), told.get("interval")
    if (top := told.get("top_two")) and "share" in top:
        name, value, interval = "top_two", top["share"], top["interval"]
    if interval is not None:
        interval = [interval["low"], interval["high"]]
    return {"what": name, "value": value, "interval": interval, "n": result["n"], **trace}
