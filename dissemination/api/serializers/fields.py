"""Fields that several of this app's serializers use."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.api.fields import TextsField
from core.labels import check_label
from dissemination.enums import Duty, DutyAnswer

SEEN = "the `changed_at` that was read: if somebody changed the record since, the answer is 409"
FIRST_YEAR, LAST_YEAR = 1990, 2150


class LabelsField(TextsField):
    """Texts to be kept: languages the platform knows, and one of them filled where it is asked for."""

    def __init__(self, *, longest: int = 5000, **kwargs: Any) -> None:
        child = serializers.CharField(allow_blank=True, max_length=longest)
        super().__init__(child=child, validators=[check_label], **kwargs)


class TitleField(LabelsField):
    """On one line, as in the forms."""

    def to_internal_value(self, data: Any) -> dict[str, str]:
        texts = {language: " ".join(text.split()) for language, text in super().to_internal_value(data).items()}
        if not any(texts.values()):
            raise serializers.ValidationError(_("Write a title in at least one language."), code="no_title")
        return texts


class MomentField(serializers.DateTimeField):
    """A moment in years that calendars and time zones can reckon with."""

    def to_internal_value(self, value: Any) -> Any:
        moment = super().to_internal_value(value)
        if not FIRST_YEAR <= moment.astimezone(timezone.get_current_timezone()).year <= LAST_YEAR:
            raise serializers.ValidationError(_("Check the year."), code="year")
        return moment


class LanguagesField(serializers.ListField):
    """Codes of the platform's languages."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(child=serializers.CharField(max_length=7), **kwargs)

    def to_internal_value(self, data: Any) -> list[str]:
        codes: list[str] = super().to_internal_value(data)
        if not set(codes) <= {code for code, _name in settings.LANGUAGES}:
            raise serializers.ValidationError(_("Choose languages of the list."), code="language")
        return list(dict.fromkeys(codes))


class DutiesField(serializers.DictField):
    """An answer to each obligatory question that was answered, by its code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(child=serializers.ChoiceField(DutyAnswer.choices), **kwargs)

    def to_internal_value(self, data: Any) -> dict[str, str]:
        answers: dict[str, str] = super().to_internal_value(data)
        if not set(answers) <= set(Duty.values):
            raise serializers.ValidationError(_("This question is not asked."), code="no_such_duty")
        return answers


@extend_schema_field(
    {"oneOf": [{"type": "string"}, {"type": "boolean"}, {"type": "array", "items": {"type": "string"}}]}
)
class AnswerField(serializers.Field[Any, Any, Any, Any]):
    """The answer to one of an event's own questions, as it is kept: a text, a choice, choices, yes or no."""

    def to_internal_value(self, data: Any) -> list[str]:
        """As a form would post it."""
        if isinstance(data, bool):
            return ["yes" if data else "no"]
        values = data if isinstance(data, list) else [data]
        text = serializers.CharField(allow_blank=True, max_length=5000)
        if not all(isinstance(value, str) for value in values):
            raise serializers.ValidationError(_("Send a text, a list of texts, true or false."), code="answer")
        return [text.run_validation(value) for value in values]

    def to_representation(self, value: Any) -> Any:
        return value
