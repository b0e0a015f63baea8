"""What is typed about the papers of an event and what follows it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from dissemination.enums import DocumentKind, FileKind
from dissemination.models import SignatureSheet
from dissemination.services.papers.making import PAPERS


class PaperForm(ProblemsMixin, forms.Form):
    paper = forms.ChoiceField(label=_("Paper"), choices=[(kind.value, DocumentKind(kind).label) for kind in PAPERS])
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or "en")[:2]


class SheetBackForm(ProblemsMixin, forms.Form):
    """The scan, and the lines that are signed on it."""

    file = forms.FileField(label=_("Scan of the signed list"), help_text=_("PDF or picture; all pages in one file."))
    signed = forms.TypedMultipleChoiceField(
        label=_("Which lines are signed?"), coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the lines that are signed.")},
    )  # fmt: skip
    others = forms.TypedMultipleChoiceField(
        label=_("Who signed on a blank line?"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, sheet: SignatureSheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = [(guest.pk, f"{number}. {guest.name}") for number, guest in sheet.guests()]
        self.fields["signed"].choices = lines  # type: ignore[attr-defined]
        self.fields["signed"].required = False
        later = sheet.event.registrations.exclude(pk__in=sheet.lines).order_by("name", "pk")
        self.fields["others"].choices = [(guest.pk, guest.name) for guest in later]  # type: ignore[attr-defined]
        if not later:
            del self.fields["others"]

    def ticked(self) -> list[int]:
        return [*self.cleaned_data["signed"], *self.cleaned_data.get("others", [])]


class FollowUpForm(ProblemsMixin, forms.Form):
    satisfaction_url = forms.URLField(
        label=_("Address of the satisfaction survey"), required=False, max_length=500,
        help_text=_("Once the event is marked as held, everybody who was there gets it by mail, once."),
    )  # fmt: skip
    minimum_sessions = forms.IntegerField(label=_("Sessions needed for a certificate"), min_value=0, max_value=500)
    minimum_hours = forms.DecimalField(
        label=_("Hours needed for a certificate"), min_value=0, max_digits=5, decimal_places=2
    )


class EventFileForm(ProblemsMixin, forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=FileKind)
    title = forms.CharField(label=_("Title"), max_length=200, required=False)
    file = forms.FileField(label=_("File"))


class HolderForm(ProblemsMixin, forms.Form):
    holder_name = forms.CharField(label=_("Name as it should stand there"), max_length=300)
