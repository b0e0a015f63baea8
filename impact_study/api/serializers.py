"""What programs send and read of surveys."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from rest_framework import serializers

from impact_study.models import Wave


class SentResponseSerializer(serializers.Serializer[Any]):
    """A whole response. Answers by question code, in the form in which they are stored."""

    version = serializers.IntegerField(help_text="the id of the questionnaire's version that was asked")
    language = serializers.CharField(max_length=7)
    answers = serializers.DictField(help_text='{"age": 17, "role": ["trainee"]}')
    missing = serializers.DictField(
        child=serializers.CharField(), required=False, help_text="declared reasons for no answer, by question code"
    )
    code = serializers.CharField(
        required=False, allow_blank=True, max_length=40, help_text="the respondent's card, where the study uses cards"
    )


class TakenResponseSerializer(serializers.Serializer[Any]):
    state = serializers.CharField()
    withdrawal_code = serializers.CharField(help_text="for the respondent: takes the answers back")


class WaveSerializer(serializers.ModelSerializer[Wave]):
    """One round of asking; times are UTC."""

    is_open = serializers.SerializerMethodField()

    class Meta:
        model = Wave
        fields = ("id", "study", "group", "kind", "version", "opens_at", "closes_at", "population", "is_open")

    def get_is_open(self, wave: Wave) -> bool:
        return wave.is_open(at=timezone.now())


class DefinitionSerializer(serializers.Serializer[Any]):
    """The questionnaire of a wave: structure, and texts by language and key."""

    version = serializers.IntegerField()
    number = serializers.IntegerField()
    definition = serializers.DictField()
    texts = serializers.DictField(child=serializers.DictField(child=serializers.CharField()))


class CountSerializer(serializers.Serializer[Any]):
    partner = serializers.IntegerField()
    step = serializers.CharField()
    number = serializers.IntegerField()
