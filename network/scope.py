"""What a user's memberships of today open: asked by every `visible_to` and by every permission."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from network.enums import Role

if TYPE_CHECKING:
    from accounts.models import User

    type Asker = User | AnonymousUser
else:
    Asker = Any

SEES_ALL_NAMES = {Role.COORDINATOR, Role.AUDITOR}
SEES_OWN_NAMES = {Role.MANAGER, Role.CONTRIBUTOR, Role.VERIFIER}


@dataclass(frozen=True)
class Scope:
    """The rows a user may see. `roles` holds (project, partner or None, role) of the memberships in force."""

    everything: bool = False
    roles: frozenset[tuple[int, int | None, str]] = field(default_factory=frozenset)

    @property
    def projects(self) -> set[int]:
        return {project for project, _partner, _role in self.roles}

    def sees_project(self, project: int) -> bool:
        """What `Project.objects.visible_to` finds, without asking again; links ask it on every page."""
        return self.everything or project in self.projects

    @property
    def projects_with_all_names(self) -> set[int]:
        """Projects whose people the user may know whatever the partner."""
        return {
            project
            for project, partner, role in self.roles
            if role in SEES_ALL_NAMES or (role == Role.VERIFIER and partner is None)
        }

    @property
    def partners_with_names(self) -> set[int]:
        return {partner for _project, partner, role in self.roles if partner and role in SEES_OWN_NAMES}

    def has_role(self, project: int | None, *roles: str, partner: int | None = None) -> bool:
        """Whether a membership in the project has one of the roles.

        With a partner, a membership bound to another partner does not count; one of the whole project does.
        """
        return any(
            in_project == project and role in roles and (partner is None or at in (None, partner))
            for in_project, at, role in self.roles
        )

    def partners_with(self, project: int, *roles: str) -> set[int | None]:
        """The partners for which one of the roles is held; None stands for the whole project."""
        return {at for in_project, at, role in self.roles if in_project == project and role in roles}


def scope_of(user: Asker) -> Scope:
    """Read once per request: a change of role takes effect on the next one."""
    if not user.is_authenticated or not user.is_active:
        return Scope()
    known = cast("Scope | None", getattr(user, "_scope", None))
    if known is None:
        known = read_scope(cast("User", user))
        user._scope = known  # type: ignore[union-attr, attr-defined]
    return known


def read_scope(user: User) -> Scope:
    membership = apps.get_model("network", "Membership")
    in_force = membership.objects.in_force(on=timezone.localdate()).filter(user=user)
    return Scope(everything=user.is_staff, roles=frozenset(in_force.values_list("project_id", "partner_id", "role")))
