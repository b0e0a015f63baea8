"""For which partner somebody writes."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from network.models import Partner, Project
from network.scope import Asker


def writable_partners(project: Project, user: Asker) -> list[int]:
    partners = Partner.objects.in_project(project)
    return [partner.pk for partner in partners if user.has_perm("network.write_for_partner", partner)]


class PartnerChoice(forms.ModelChoiceField):
    """The partners of a project for which the user writes; the only one is chosen already."""

    def __init__(self) -> None:
        super().__init__(Partner.objects.none(), label=_("Partner"))

    def narrow(self, project: Project, user: Asker) -> None:
        allowed = writable_partners(project, user)
        self.queryset = Partner.objects.filter(pk__in=allowed).select_related("organisation")
        if len(allowed) == 1:
            self.initial = allowed[0]
