"""Answers from a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from impact_study.forms.channels import languages_of
from impact_study.models import Wave
from network.models import Partner

MARKS = [("", _("The file shows it")), (",", _("1.234,5 – decimal comma")), (".", _("1,234.5 – decimal point"))]
ORDERS = [
    ("", _("The file shows it")), ("dmy", _("31/12/2026 – day first")), ("mdy", _("12/31/2026 – month first")),
]  # fmt: skip


class ResponsesForm(ProblemsMixin, forms.Form):
    """Whose answers they are is told here; everything else stands in the file."""

    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Partner"))
    language = forms.ChoiceField(
        label=_("Language of the answers"), help_text=_("Where the file has no column for it.")
    )
    mark = forms.ChoiceField(label=_("Numbers are written as"), required=False, choices=MARKS)
    order = forms.ChoiceField(label=_("Days are written as"), required=False, choices=ORDERS)
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV or XLSX. Columns are headed with the codes or labels of the codebook; a column “code” holds the code "
            "of the card."
        ),
    )

    def __init__(self, *args: Any, wave: Wave, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = wave.project.partners.select_related("organisation", "project")  # type: ignore[attr-defined]
        self.fields["language"].choices = languages_of(wave)  # type: ignore[attr-defined]


class ApplyForm(ProblemsMixin, forms.Form):
    leave_out = forms.BooleanField(label=_("Leave out what is not kept"), required=False)
