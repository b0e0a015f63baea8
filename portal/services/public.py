"""What strangers see: the installation at a glance, and one project. Few statements, and no figure of a small group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, F, QuerySet, Window
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.charts import Place
from core.charts.figures import figure
from network.countries import country_name
from network.enums import PartnerRole
from network.models import Experience, Output, Partner, Project
from network.rules.disclosure import SMALLEST_GROUP, shown
from network.rules.standing import Line
from network.rules.stories import Told, told_in
from network.services.standing import standings

STORIES_SHOWN = 3


@dataclass(frozen=True)
class Figure:
    """A figure with its name and how it was counted."""

    value: str
    name: str
    how: str


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


@dataclass(frozen=True)
class Installation:
    projects: Sequence[ProjectView]
    stories: Sequence[Experience]
    figures: Sequence[Figure]

    @property
    def partners(self) -> list[Partner]:
        return [partner for view in self.projects for partner in view.partners]

    @property
    def places(self) -> list[Place]:
        """Each partner organisation once."""
        once = {partner.organisation_id: partner for partner in self.partners}
        return places((partner, str(partner)) for partner in once.values())


def installation() -> Installation:
    """All public projects with partners, figures and the newest stories, in five statements."""
    projects = list(
        Project.objects.published().select_related("rule_set").order_by(F("starts_on").desc(nulls_first=True), "code")
    )
    views = project_views(projects)
    stories = list(newest_stories(projects)[:STORIES_SHOWN])
    found = Installation(projects=views, stories=stories, figures=())
    published = stories[0].all_stories if stories else 0  # type: ignore[attr-defined]
    return replace(found, figures=figures_of(found, published))


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


def figures_of(found: Installation, stories: int) -> list[Figure]:
    """Four figures. Hidden groups are left out of the sum too, so that no subtraction tells them."""
    heads = shown(sum(quota.reached or 0 for view in found.projects for quota in view.quotas))
    members = {partner.organisation_id for partner in found.partners}
    return [
        Figure(
            figure(heads) if heads is not None else _("fewer than %(minimum)d") % {"minimum": SMALLEST_GROUP},
            _("people and organisations involved"),
            _("Each counts once per project and group, as soon as a verified record says that they took part. "
              "Groups of fewer than %(minimum)d are left out.") % {"minimum": SMALLEST_GROUP},
        ),
        Figure(
            figure(len(members)), _("partner organisations"),
            _("Organisations that are partners of a project shown here; each counts once."),
        ),
        Figure(
            figure(len(country_names(found.partners))), _("countries"),
            _("Countries in which these partners have their seat."),
        ),
        Figure(
            figure(stories), _("experiences told"),
            _("Work-based learning experiences that provider and host have reviewed and published."),
        ),
    ]  # fmt: skip


def country_names(partners: Iterable[Partner]) -> list[str]:
    return sorted({country_name(partner.organisation.country) for partner in partners if partner.organisation.country})


def places(named: Iterable[tuple[Partner, str]]) -> list[Place]:
    """Partners as the map's list names them, in the order of their countries' names."""
    found = [
        Place(
            partner.organisation.country,
            country_name(partner.organisation.country) or _("Country not known"),
            name,
            partner.organisation.website,
        )
        for partner, name in named
    ]
    return sorted(found, key=lambda place: (place.country, place.name))


def part_of(partner: Partner) -> str:
    """A partner by its full name, with its role unless it is the plain one, and until when if it left."""
    words = {"name": partner.organisation.name or str(partner), "role": partner.get_role_display()}
    if partner.left_on:
        return _("%(name)s (%(role)s until %(day)s)") % {**words, "day": date_format(partner.left_on)}
    return words["name"] if partner.role == PartnerRole.PARTNER else _("%(name)s (%(role)s)") % words
