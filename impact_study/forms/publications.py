"""The words of an edition that are written by hand, and that somebody has looked before approving."""

from __future__ import annotations

from django import forms
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


class ApprovalForm(forms.Form):
    rare_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looked = forms.BooleanField(
        label=_("I have looked through this list: nothing written by hand tells of these people."), required=False
    )
