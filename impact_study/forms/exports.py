"""What is chosen when answers are taken out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin

FORMS = (
    ("csv", _("CSV")),
    ("xlsx", _("Workbook with codebook and method (.xlsx)")),
    ("sav", _("SPSS (.sav)")),
    ("zip", _("Data package: answers, codebook, method, results (.zip)")),
)


class ExportForm(ProblemsMixin, forms.Form):
    """The purpose is signed with the name of whoever is signed in."""

    form = forms.ChoiceField(label=_("File"), choices=FORMS)
    language = forms.ChoiceField(label=_("Language of labels"))
    labels = forms.BooleanField(
        label=_("Labels instead of codes"), required=False, help_text=_("In CSV and workbooks; an SPSS file has both.")
    )
    mark = forms.BooleanField(
        label=_("For office programs"), required=False, initial=True,
        help_text=_("CSV begins with a mark by which they read accents rightly."),
    )  # fmt: skip
    purpose = forms.CharField(
        label=_("What the answers are needed for"), min_length=10, max_length=300,
        help_text=_("It is kept with your name, the day and the number of rows."),
    )  # fmt: skip
    signed = forms.BooleanField(
        label=_("I use the answers for this alone, give them to nobody, and delete them afterwards.")
    )

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = language_choices(languages)  # type: ignore[attr-defined]


class CodebookLanguage(forms.Form):
    """The language in which a codebook is read."""

    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = language_choices(languages)  # type: ignore[attr-defined]

    def chosen(self, preferred: str) -> str:
        """What was asked for, else the reader's own language, else the study's first."""
        if self.is_valid() and self.cleaned_data["language"]:
            return str(self.cleaned_data["language"])
        known = [code for code, _name in self.fields["language"].choices]  # type: ignore[attr-defined]
        return preferred if preferred in known else known[0]


def language_choices(languages: list[str]) -> list[tuple[str, str]]:
    names = dict(settings.LANGUAGES)
    return [(code, str(names.get(code, code))) for code in languages or ["en"]]
