"""What people took part in, and heads counted there without names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.countries import choices as country_choices
from network.enums import OccasionKind
from network.forms.partner_choice import PartnerChoice
from network.models import Category, Evidence, Occasion, Project
from network.scope import Asker


class OccasionForm(ProblemsMixin, forms.ModelForm):
    partner = PartnerChoice()
    country = forms.ChoiceField(label=_("Country"), required=False)

    class Meta:
        model = Occasion
        fields = ["partner", "kind", "title", "held_on", "ends_on", "country", "place", "mode"]
        widgets = {"held_on": DayInput(), "ends_on": DayInput()}

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self.fields["country"].choices = [("", _("Not known")), *country_choices()]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            choice for choice in OccasionKind.choices if choice[0] != OccasionKind.EXPERIENCE
        ]


class UnnamedForm(ProblemsMixin, forms.Form):
    """Heads on a paper list without names."""

    partner = PartnerChoice()
    category = forms.ModelChoiceField(Category.objects.none(), label=_("Category"))
    heads = forms.IntegerField(label=_("Heads"), min_value=1)
    confirmed = forms.BooleanField(
        label=_("Yes, there really were that many"), required=False, help_text=_("Needed above 10 000 heads.")
    )
    evidence = forms.ModelChoiceField(Evidence.objects.none(), label=_("Evidence"))
    reason = forms.CharField(label=_("Why without names"), max_length=300)

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self.fields["category"].queryset = Category.objects.in_project(project).filter(allows_unnamed=True)  # type: ignore[attr-defined]
        self.fields["evidence"].queryset = Evidence.objects.visible_to(user).in_project(project)  # type: ignore[attr-defined]
