from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import Role
from network.models.partner import Partner
from network.models.project import Project
from network.models.scoped import InProjectQuerySet
from network.scope import Asker, scope_of


class MembershipQuerySet(InProjectQuerySet["Membership"]):
    def in_force(self, *, on: date) -> Self:
        return self.filter(models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=on))


class Membership(TimestampedModel):
    """What an account may do in a project, for one partner or (without one) for the whole project."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    project = models.ForeignKey(Project, models.CASCADE, related_name="memberships")
    partner = models.ForeignKey(Partner, models.CASCADE, null=True, blank=True, related_name="memberships")
    role = models.CharField(_("Role"), max_length=12, choices=Role)
    ends_on = models.DateField(_("Ends on"), null=True, blank=True)
    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["project", "partner", "role"]
        constraints = [
            models.UniqueConstraint("user", "partner", "role", name="membership_once_per_partner"),
            models.UniqueConstraint(
                "user",
                "project",
                "role",
                condition=models.Q(partner__isnull=True),
                name="membership_once_per_project",
            ),
            models.CheckConstraint(
                condition=~models.Q(role=Role.AUDITOR) | models.Q(ends_on__isnull=False),
                name="auditor_membership_ends",
            ),
            models.CheckConstraint(
                condition=~models.Q(role__in=[Role.MANAGER, Role.CONTRIBUTOR]) | models.Q(partner__isnull=False),
                name="partner_roles_name_a_partner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, user: Asker) -> Self:
        """Addresses of people who have not come yet: for the coordinator, and for the manager of their partner."""
        scope = scope_of(user)
        if scope.everything:
            return self
        coordinated = {project for project, _at, role in scope.roles if role == Role.COORDINATOR}
        managed = {at for _project, at, role in scope.roles if role == Role.MANAGER and at}
        return self.filter(models.Q(project__in=coordinated) | models.Q(partner__in=managed))

    def in_project(self, project: Project) -> Self:
        return self.filter(project=project)

    def open(self, *, at: datetime) -> Self:
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=at)


class Invitation(TimestampedModel):
    """A one-time invitation bound to an address and a role. Only a hash of its token is kept."""

    email = models.EmailField(_("E-mail"))
    project = models.ForeignKey(Project, models.CASCADE, related_name="invitations")
    partner = models.ForeignKey(Partner, models.CASCADE, null=True, blank=True, related_name="invitations")
    role = models.CharField(_("Role"), max_length=12, choices=Role)
    membership_ends_on = models.DateField(_("Membership ends on"), null=True, blank=True)
    language = models.CharField(_("Language of the mail"), max_length=5, choices=settings.LANGUAGES, default="en")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                "email",
                "partner",
                "role",
                condition=models.Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_open_once_per_partner",
            ),
            models.UniqueConstraint(
                "email",
                "project",
                "role",
                condition=models.Q(partner__isnull=True, accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_open_once_per_project",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.project}"
