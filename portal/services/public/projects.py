"""One project as strangers see it. Few statements, and no figure of a small group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet, Window
from django.utils import timezone
from django.utils.translation import get_language

from core.charts import Place
from network.enums import PartnerRole
from network.models import Experience, Output, Partner, Project
from network.rules.disclosure import SMALLEST_GROUP, shown
from network.rules.standing import Line
from network.rules.stories import Told, told_in
from network.services.standing import standings
from portal.services.public.places import country_names, part_of, places


@dataclass(frozen=True)
class Quota:
    """A category of a public page: reached is None where the group is too small to be shown."""

    name: str
    reached: int | None
    target: int | None
    minimum: int = SMALLEST_GROUP


@dataclass(frozen=True)
class ProjectView:
    """A project with its partners of today and what it reached, as the public may know it."""

    project: Project
    partners: Sequence[Partner]
    quotas: Sequence[Quota]

    @property
    def title(self) -> Told:
        return self._told(self.project.title)

    @property
    def summary(self) -> Told:
        return self._told(self.project.summary)

    @property
    def aims(self) -> Told:
        return self._told(self.project.aims)

    @property
    def countries(self) -> list[str]:
        return country_names(self.partners)

    @property
    def places(self) -> list[Place]:
        """The partners on the map, each with its role and, where it left, until when."""
        return places((partner, part_of(partner)) for partner in self.partners)

    def _told(self, label: Mapping[str, str]) -> Told:
        """In the reader's language or the next best: the page marks words of another language as such."""
        return told_in(label, asked=get_language() or "en", of_project=self.project.languages)

    @property
    def coordinator(self) -> Partner | None:
        return next((partner for partner in self.partners if partner.role == PartnerRole.COORDINATOR), None)


def project_views(projects: Sequence[Project]) -> list[ProjectView]:
    """Each project with its partners and quotas, in three statements."""
    today = timezone.localdate()
    partners: dict[int, list[Partner]] = {project.pk: [] for project in projects}
    for partner in Partner.objects.filter(project__in=partners).select_related("organisation").order_by("number"):
        partners[partner.project_id].append(partner)
    lines = standings(projects, on=today)
    return [ProjectView(project, partners[project.pk], quotas_of(project, lines[project.pk])) for project in projects]


def quotas_of(project: Project, lines: Iterable[Line]) -> list[Quota]:
    minimum = max(project.minimum_group, SMALLEST_GROUP)
    return [Quota(line.name, shown(line.reached, minimum), line.target, minimum) for line in lines]


def newest_stories(projects: Sequence[Project]) -> QuerySet[Experience]:
    """Experiences that may be told of right now, the newest first; each knows how many there are (`all_stories`)."""
    stories = Experience.objects.on_public_pages().filter(project__in=projects)
    stories = stories.select_related("project", "host", "learner")
    return stories.annotate(all_stories=Window(Count("pk"))).order_by(F("published_at").desc(nulls_last=True), "-pk")


def public_outputs(project: Project) -> QuerySet[Output]:
    """Findings are reached through their study."""
    return Output.objects.in_project(project).whole().filter(is_public=True)
