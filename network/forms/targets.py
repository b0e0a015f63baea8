"""A change of a target."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from network.models import Category, Partner, Project


class AmendmentForm(ProblemsMixin, forms.Form):
    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Partner"))
    category = forms.ModelChoiceField(Category.objects.none(), label=_("Category"))
    heads = forms.IntegerField(label=_("Heads"), min_value=0, max_value=1_000_000)
    valid_from = forms.DateField(
        label=_("Valid from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    upload = forms.FileField(
        label=_("Amendment"), required=False, help_text=_("The signed paper, if there is one; it is kept as evidence.")
    )

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = project.partners.select_related("organisation")  # type: ignore[attr-defined]
        self.fields["category"].queryset = project.categories.all()  # type: ignore[attr-defined]
