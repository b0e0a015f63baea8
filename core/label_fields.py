"""A text typed once per language of a project; what comes out is a label: {"en": "Teachers", "es": "Profesorado"}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _


class LabelInput(forms.MultiWidget):
    """One input per language, each with the language's own name."""

    template_name = "forms/label_input.html"
    use_fieldset = True

    def __init__(self, languages: Sequence[str], *, rows: int = 0, attrs: dict[str, Any] | None = None) -> None:
        known = dict(settings.LANGUAGES)
        self.languages = [code for code in languages if code in known] or [settings.LANGUAGE_CODE]
        widgets: dict[str, Any] = {
            code: forms.Textarea({"rows": rows, "lang": code}) if rows else forms.TextInput({"lang": code})
            for code in self.languages
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: Mapping[str, str] | None) -> list[str]:
        return [(value or {}).get(code, "") for code in self.languages]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for code, widget in zip(self.languages, context["widget"]["subwidgets"], strict=True):
            widget["language_name"] = get_language_info(code)["name_local"]
        return context


class LabelFormField(forms.MultiValueField):
    """Required means: in at least one language. Languages not offered here keep what was in `kept`."""

    widget: LabelInput

    def __init__(
        self, *, languages: Sequence[str], rows: int = 0, max_length: int = 300, required: bool = True,
        kept: Mapping[str, str] | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        widget = LabelInput(languages, rows=rows)
        self.kept = dict(kept or {})
        fields = [forms.CharField(required=False, max_length=max_length) for _code in widget.languages]
        super().__init__(fields, widget=widget, required=required, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[str]) -> dict[str, str]:
        typed = dict(zip(self.widget.languages, data_list or [""] * len(self.widget.languages), strict=True))
        label = {code: text.strip() for code, text in {**self.kept, **typed}.items() if text and text.strip()}
        if self.required and not label:
            raise forms.ValidationError(_("Write this in at least one language."), code="required")
        return label
