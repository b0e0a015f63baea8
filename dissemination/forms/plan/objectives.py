"""Objectives and the target groups that they address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dissemination.forms.plan.base import PartForm
from dissemination.models import (
    Objective,
)
from network.models import Category, Project


class ObjectiveForm(PartForm):
    order = forms.IntegerField(label=_("Order"), min_value=0, max_value=999, initial=0)


class TargetGroupForm(PartForm):
    objective = forms.ModelChoiceField(Objective.objects.none(), label=_("Objective"))
    category = forms.ModelChoiceField(
        Category.objects.none(), label=_("Category of stakeholders"), required=False,
        help_text=_("Whose heads on the quota board this group leads to, if any."),
    )  # fmt: skip

    def choices_of(self, project: Project) -> dict[str, Any]:
        return {"objective": Objective.objects.in_project(project), "category": project.categories.all()}
