"""Published studies as strangers find them: the newest edition, or the one that was cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language

from impact_study.enums import PublicationState
from impact_study.models import Publication

HEAVY = ("run__results", "run__withheld", "run__software", "texts")


def public_editions(project: str, study: str) -> QuerySet[Publication]:
    """Newest first, with those withdrawn. What they tell is kept in themselves: results are not read."""
    found = Publication.objects.cited().filter(study__project__code=project, study__code=study)
    return found.select_related("run", "study__project__rule_set").defer(*HEAVY).order_by("-run__number", "language")


def in_readers_language(editions: Sequence[Publication]) -> Publication | None:
    """Of one run: in the reader's language, else in that of the study, else in any."""
    by_language = {edition.language: edition for edition in editions}
    for language in (get_language() or "", editions[0].study.base_language if editions else ""):
        if language in by_language:
            return by_language[language]
    return editions[0] if editions else None


def newest_edition(project: str, study: str) -> tuple[Publication | None, list[Publication]]:
    """The published edition to show, and all that have an address; where all are withdrawn, the last of these."""
    editions = list(public_editions(project, study))
    return in_readers_language(current_in(editions) or last_run(editions)), editions


def current_in(editions: Sequence[Publication]) -> list[Publication]:
    return [edition for edition in editions if edition.state == PublicationState.PUBLISHED]


def last_run(editions: Sequence[Publication]) -> list[Publication]:
    return [edition for edition in editions if edition.run_id == editions[0].run_id]


def newer_than(edition: Publication) -> Publication | None:
    """What to read and cite instead of a withdrawn edition."""
    editions = public_editions(edition.study.project.code, edition.study.code)
    newer = current_in(list(editions.filter(run__number__gt=edition.run.number)))
    return in_readers_language(newer)


def groups_of(page: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Findings by respondent group, then by heading."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for part in page["findings"]:
        groups.setdefault(part["group"], []).append(part)
    return list(groups.items())


def main_lines(page: dict[str, Any]) -> list[dict[str, Any]]:
    by_key = {line["key"]: line for part in page["findings"] for line in part["lines"]}
    return [by_key[key] for key in page["main"] if key in by_key]
