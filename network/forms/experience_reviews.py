"""What learner and company thought of an experience, and the outcome of looking through it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.enums import ReviewSide
from network.models import Opinion


class OpinionForm(ProblemsMixin, forms.ModelForm):
    rating = forms.TypedChoiceField(
        label=_("Rating"), required=False, coerce=int, empty_value=None,
        choices=[("", _("No rating")), *((number, str(number)) for number in range(1, 6))],
        help_text=_("1 is poor, 5 is very good."),
    )  # fmt: skip

    class Meta:
        model = Opinion
        fields = ["voice", "rating", "text", "may_be_quoted", "given_on"]
        widgets = {"given_on": DayInput(), "text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("given_on", timezone.localdate())


class ReviewForm(ProblemsMixin, forms.Form):
    side = forms.ChoiceField(label=_("For"), choices=ReviewSide)
    reviewer_name = forms.CharField(label=_("Name of the reviewer"), max_length=200)
    agrees = forms.TypedChoiceField(
        label=_("Is the record right?"), widget=forms.RadioSelect, coerce=lambda value: value == "yes",
        choices=[("yes", _("Yes, as it stands")), ("no", _("No, something must change"))],
    )  # fmt: skip
    comment = forms.CharField(label=_("Comment"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("agrees") is False and not cleaned.get("comment"):
            self.add_error("comment", _("Write what must change."))
        return cleaned
