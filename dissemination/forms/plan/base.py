"""What the forms of a plan's parts have in common."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from core.label_fields import LabelFormField
from network.forms.partner_choice import PartnerChoice
from network.models import Project
from network.scope import Asker


class PartForm(ProblemsMixin, forms.Form):
    """A part of the plan: new, or filled from the row that is there."""

    labels: tuple[str, ...] = ("title",)

    def __init__(self, *args: Any, project: Project, user: Asker, part: Any, **kwargs: Any) -> None:
        names = [name for name in self.base_fields if hasattr(part, name)]
        if part.pk:
            kwargs["initial"] = {name: getattr(part, name) for name in names} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.project, self.user = project, user
        for name in reversed(self.labels):
            base = self.fields.pop(name, None)
            field = LabelFormField(
                label=getattr(base, "label", None) or _("Title"), languages=project.languages,
                kept=getattr(part, name, None), required=name == "title", rows=3 if name == "message" else 0,
            )  # fmt: skip
            self.fields = {name: field, **self.fields}
        for name, rows in self.choices_of(project).items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if "partner" in self.fields and isinstance(self.fields["partner"], PartnerChoice):
            self.fields["partner"].narrow(project, user)

    def choices_of(self, project: Project) -> dict[str, Any]:
        return {}
