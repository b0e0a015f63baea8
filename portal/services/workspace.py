"""What somebody meets on entering the workspace: their projects as they stand, news, first steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from core import activity
from network.enums import QuotaStatus, Role
from network.models import Membership, Project
from network.rules.pace import Course, expected_heads, quota_status
from network.rules.standing import Line
from network.services.standing import WHOLE, Partners, standings

SEES_THE_WHOLE = (Role.COORDINATOR, Role.AUDITOR)
STAFF_SHOWN = 6
FIRST_STEPS = (
    ("network.change_target", gettext_lazy("Set what each partner has promised"), "network:target_list"),
    ("network.invite", gettext_lazy("Invite the people who will work here"), "network:team"),
    ("network.add_importbatch", gettext_lazy("Bring in an attendance list"), "network:import_create"),
    ("network.view_board", gettext_lazy("Look at the quota board"), "network:board"),
)


@dataclass(frozen=True)
class Standing:
    """A quota on the desk: its line, the heads planned until today, its status."""

    line: Line
    expected: float | None
    status: QuotaStatus


@dataclass(frozen=True)
class Desk:
    """One of the user's projects: what they are there, and the quotas they answer for."""

    project: Project
    place: str
    roles: tuple[str, ...]
    standings: tuple[Standing, ...]

    @property
    def reached(self) -> int:
        return sum(each.line.reached for each in self.standings)

    @property
    def target(self) -> int:
        return sum(each.line.target or 0 for each in self.standings)

    @property
    def evidenced(self) -> int:
        return sum(each.line.evidenced for each in self.standings)


def desks(*, user: User, on: date) -> list[Desk]:
    """The projects one works in, those with targets first: the whole for who answers for it, else one's partners."""
    own = Membership.objects.in_force(on=on).filter(user=user).select_related("project", "partner__organisation")
    by_project: dict[Project, list[Membership]] = {}
    for membership in own.order_by("project__code", "partner__number", "role"):
        by_project.setdefault(membership.project, []).append(membership)
    if user.is_staff and not by_project:
        by_project = {project: [] for project in Project.objects.all()[:STAFF_SHOWN]}
    seen_by = {project.pk: partners_of(found) for project, found in by_project.items()}
    lines = standings(by_project, on=on, seen_by=seen_by)
    made = [desk(project, found, lines[project.pk], on) for project, found in by_project.items()]
    return sorted(made, key=lambda each: not each.target)


def partners_of(memberships: Sequence[Membership]) -> Partners:
    """The partners whose figures these memberships are about."""
    whole = any(each.partner_id is None or each.role in SEES_THE_WHOLE for each in memberships)
    return WHOLE if whole or not memberships else {each.partner_id for each in memberships}


def desk(project: Project, memberships: Sequence[Membership], lines: Sequence[Line], on: date) -> Desk:
    course = Course(project.starts_on, project.ends_on, on, project.on_track_from, project.behind_from)
    partners = dict.fromkeys(str(each.partner) for each in memberships)
    whole = partners_of(memberships) == WHOLE
    return Desk(
        project=project,
        place=_("The whole project") if whole else ", ".join(partners),
        roles=tuple(dict.fromkeys(each.get_role_display() for each in memberships)),
        standings=tuple(
            Standing(
                line=line,
                expected=expected_heads(line.target, course) if line.target else None,
                status=quota_status(target=line.target, reached=line.reached, course=course),
            )
            for line in lines
        ),
    )


def news(*, user: User, found: Sequence[Desk], since: datetime) -> list[tuple[activity.Deed, Project]]:
    """What colleagues did in the user's projects since then."""
    projects = {desk.project.pk: desk.project for desk in found}
    told = activity.deeds(projects=projects, since=since, not_by=user)
    return [(deed, projects[deed.project]) for deed in told]


def first_steps(*, user: User, project: Project) -> list[tuple[str, str]]:
    """What to do first in a project that has no figures yet, as far as the user may."""
    return [
        (str(words), reverse(url_name, args=[project.code]))
        for permission, words, url_name in FIRST_STEPS
        if user.has_perm(permission, project)
    ]
