"""The installation at a glance: its public projects, their newest stories, four figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import F
from django.utils.translation import gettext as _

from core.charts import Place
from core.charts.figures import figure
from network.models import Experience, Partner, Project
from network.rules.disclosure import SMALLEST_GROUP, shown
from portal.services.public.places import country_names, places
from portal.services.public.projects import ProjectView, newest_stories, project_views

STORIES_SHOWN = 3


@dataclass(frozen=True)
class Figure:
    """A figure with its name and how it was counted."""

    value: str
    name: str
    how: str


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
