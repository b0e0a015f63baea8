"""Who may in the impact study. Reading is the project's; writing is coordinated; raw answers need a purpose."""

from __future__ import annotations

from typing import Any

import rules

from impact_study.enums import StudyState
from network.enums import Role
from network.permissions import belongs, coordinates, holds_in_project, is_staff, keeps, sees, writes, writes_somewhere
from network.scope import Asker


@rules.predicate
def is_draft(user: Asker, thing: Any) -> bool:
    return thing is None or getattr(thing, "is_draft", True)


@rules.predicate
def is_not_closed(user: Asker, thing: Any) -> bool:
    study = getattr(thing, "study", thing)
    return getattr(study, "state", None) in (None, StudyState.DRAFT, StudyState.RUNNING)


for noun in (
    "study", "instrument", "instrumentversion", "wave", "channel", "surveyinvitation", "codebatch", "studysnapshot",
    "analysisplan", "analysisrun", "publication", "rawdownload",
):  # fmt: skip
    rules.add_perm(f"impact_study.view_{noun}", sees)

authors = is_staff | holds_in_project(Role.COORDINATOR, Role.MANAGER)
rules.add_perm("impact_study.view_studies", belongs)
rules.add_perm("impact_study.add_study", coordinates)
rules.add_perm("impact_study.change_study", coordinates)
rules.add_perm("impact_study.close_study", coordinates & is_not_closed)
rules.add_perm("impact_study.add_instrument", authors)
rules.add_perm("impact_study.change_instrument", authors)
rules.add_perm("impact_study.change_version", authors & is_draft)
rules.add_perm("impact_study.publish_version", coordinates & is_draft)
rules.add_perm("impact_study.translate_version", writes_somewhere)
rules.add_perm("impact_study.change_wave", coordinates)
# Channels, cards and invitations are each partner's own.
rules.add_perm("impact_study.add_channel", writes_somewhere)
rules.add_perm("impact_study.change_channel", writes)
rules.add_perm("impact_study.invite_respondents", keeps)
rules.add_perm("impact_study.import_responses", coordinates)
rules.add_perm("impact_study.export_responses", coordinates)
rules.add_perm("impact_study.change_plan", coordinates)
rules.add_perm("impact_study.run_analysis", coordinates)
rules.add_perm("impact_study.view_results", belongs)
rules.add_perm("impact_study.view_finding", sees)
rules.add_perm("impact_study.change_publication", coordinates)
rules.add_perm("impact_study.approve_publication", coordinates)
rules.add_perm("impact_study.publish_publication", coordinates)
rules.add_perm("impact_study.print_publication", coordinates)
rules.add_perm("impact_study.withdraw_publication", coordinates)
