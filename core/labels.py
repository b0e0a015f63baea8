"""Short texts in several languages, kept in one field: {"en": "Teachers", "es": "Profesorado"}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def in_language(label: Mapping[str, str] | None, language: str | None = None) -> str:
    """The text in the asked language, else in English, else in whichever there is."""
    if not label:
        return ""
    asked = (language or get_language() or settings.LANGUAGE_CODE)[:2]
    return label.get(asked) or label.get("en") or next((text for text in label.values() if text), "")


def check_label(value: object) -> None:
    known = {code for code, _name in settings.LANGUAGES}
    if not isinstance(value, dict) or not set(value) <= known or not all(isinstance(v, str) for v in value.values()):
        raise ValidationError(_("Write one text per language, by language code."), code="label")


class LabelField(models.JSONField):
    """One text per language; read it with `in_language`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("validators", [check_label])
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("validators", None)
        return name, "core.labels.LabelField", args, kwargs
