"""The public pages of the installation, for crawlers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import override

from core.languages import Twin, in_language, twins
from dissemination.models import Event
from impact_study.models import Publication
from network.models import Experience, Project

PAGES = (
    "portal:home",
    "portal:project_list",
    "dissemination:calendar",
    "portal:accessibility",
    "portal:privacy",
    "portal:licences",
)


@dataclass(frozen=True)
class Entry:
    """One address with the twins of its page."""

    url: str
    twins: list[Twin]
    changed_at: datetime | None = None


def entries() -> list[Entry]:
    return [
        Entry(in_language(path, language), twins(path), changed_at)
        for path, changed_at in _paths()
        for language in settings.COMPLETE_LANGUAGES
    ]


def _paths() -> Iterator[tuple[str, datetime | None]]:
    with override(settings.COMPLETE_LANGUAGES[0]):
        for name in PAGES:
            yield reverse(name), None
        for code, changed_at in Project.objects.published().values_list("code", "changed_at"):
            yield reverse("portal:project_page", args=[code]), changed_at
        stories = Experience.objects.on_public_pages().order_by("project__code", "pk")
        for code, pk, changed_at in stories.values_list("project__code", "pk", "changed_at"):
            yield reverse("network:story_detail", args=[code, pk]), changed_at
        studies = Publication.objects.public().order_by("study__project__code", "study__code")
        for code, study, changed_at in studies.values_list("study__project__code", "study__code").annotate(
            last=Max("changed_at")
        ):
            yield reverse("impact_study:study_page", args=[code, study]), changed_at
        events = Event.objects.public().order_by("project__code", "pk")
        for code, pk, changed_at in events.values_list("project__code", "pk", "changed_at"):
            yield reverse("dissemination:event_page", args=[code, pk]), changed_at
