"""Choosing languages, and one text in each of several."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

NAMES = dict(settings.LANGUAGES)


def language_choices(codes: Collection[str] = ()) -> list[tuple[str, Any]]:
    """The languages of the house, or those of a project, in the house's order."""
    return [(code, name) for code, name in settings.LANGUAGES if not codes or code in codes]


class TitlesForm(forms.Form):
    """One title field for each language of the project; English is needed, the others are folded away."""

    template_name = "impact_study/_titled_form.html"

    def add_titles(self, languages: Collection[str], known: Mapping[str, str] | None = None) -> None:
        fields = {}
        for code, name in language_choices({"en", *languages}):
            label = format_lazy("{title} ({language})", title=_("Title"), language=name)
            text = (known or {}).get(code, "")
            fields[f"title_{code}"] = forms.CharField(
                label=label, max_length=200, required=code == "en", initial=text, widget=forms.TextInput({"lang": code})
            )
        self.fields.update(fields)

    @property
    def other_titles(self) -> list[forms.BoundField]:
        return [field for field in self if field.name[:6] == "title_" and field.name != "title_en"]

    @property
    def is_unfolded(self) -> bool:
        """Whether one of the others says something, or something is wrong."""
        return bool(self.errors) or any(field.value() for field in self.other_titles)

    def titles(self) -> dict[str, str]:
        typed = {name.removeprefix("title_"): text for name, text in self.cleaned_data.items() if name[:6] == "title_"}
        return {code: text for code, text in typed.items() if text}
