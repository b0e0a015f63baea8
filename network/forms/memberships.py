"""Inviting somebody, and changing what a member may do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import ProblemsMixin
from network.enums import Role
from network.models import Membership, Partner, Project
from network.permissions import PARTNER_ROLES
from network.scope import scope_of


class RoleForm(ProblemsMixin, forms.Form):
    """Role, partner and last day, as far as this user may give them."""

    role = forms.ChoiceField(label=_("Role"))
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label=_("Partner"), required=False, empty_label=_("The whole project")
    )
    ends_on = forms.DateField(
        label=_("Last day of access"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("An auditor's access always ends on a day."),
    )

    def __init__(self, *args: Any, project: Project, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partners = Partner.objects.in_project(project).select_related("organisation")
        if user.has_perm("network.change_project", project):
            self.fields["role"].choices = Role.choices  # type: ignore[attr-defined]
        else:
            own = scope_of(user).partners_with(project.pk, Role.MANAGER)
            partners = partners.filter(pk__in=[partner for partner in own if partner])
            self.fields["role"].choices = [(role.value, role.label) for role in PARTNER_ROLES]  # type: ignore[attr-defined]
            self.fields["partner"].required = True
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]


class InviteForm(RoleForm):
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)
    field_order = ("email", "role", "partner", "ends_on", "language")


class MembershipForm(RoleForm):
    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        facts = {"role": membership.role, "partner": membership.partner, "ends_on": membership.ends_on}
        super().__init__(*args, initial=facts, project=membership.project, **kwargs)
