"""What people type about the award, and which sheet they ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from dissemination.enums import DocumentKind
from network.models import Output, Project


class AwardForm(ProblemsMixin, forms.Form):
    amount = forms.DecimalField(
        label=_("Awarded for multiplier events (EUR)"), min_value=0, max_digits=12, decimal_places=2, required=False,
        # Read as the reader's language writes numbers; more than two decimals is a thousands sign, and refused.
        localize=True, widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=_("Leave empty if it is not known."),
    )  # fmt: skip
    results = forms.ModelMultipleChoiceField(
        Output.objects.none(), label=_("Results with a budget in the grant"), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Only events that present one of them are paid."),
    )  # fmt: skip

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["results"].queryset = Output.objects.in_project(project).whole()  # type: ignore[attr-defined]


class SheetForm(ProblemsMixin, forms.Form):
    kind = forms.ChoiceField(
        label=_("Format"),
        choices=[(kind.value, kind.label) for kind in (DocumentKind.CLAIM_PDF, DocumentKind.CLAIM_XLSX)],
    )
