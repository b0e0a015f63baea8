"""The words of an edition that are written by hand, and that somebody has looked before approving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin

LONGEST = 6000


class EditionForm(ProblemsMixin, forms.Form):
    texts = ("foreword", "context", "limits")
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    foreword = forms.CharField(
        label=_("Foreword"), required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 6}),
        help_text=_("An empty line begins a new paragraph."),
    )  # fmt: skip
    context = forms.CharField(
        label=_("Context"), required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 8}),
        help_text=_("Why the study was made, for whom, in which countries."),
    )  # fmt: skip
    limits = forms.CharField(
        label=_("Limits, as the partners see them"), required=False, max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}), help_text=_("What the figures themselves show is written by the platform."),
    )  # fmt: skip


class WithdrawalForm(ProblemsMixin, forms.Form):
    """Why, in each language in which strangers could read it."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in languages:
            self.fields[f"reason_{language}"] = forms.CharField(
                label=_("Why, in %(language)s") % {"language": get_language_info(language)["name_translated"]},
                max_length=LONGEST, widget=forms.Textarea({"rows": 4, "lang": language}),
                help_text=_("Everybody reads this at the address of the edition. Name no persons."),
            )  # fmt: skip

    @property
    def reasons(self) -> dict[str, str]:
        return {name.removeprefix("reason_"): text for name, text in self.cleaned_data.items()}


class ApprovalForm(forms.Form):
    rare_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looked = forms.BooleanField(
        label=_("I have looked through this list: nothing written by hand tells of these people."), required=False
    )
