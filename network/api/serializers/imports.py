"""Sheets on their way in."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from core.api.fields import HouseSerializer, VisibleField
from network.enums import ImportKind
from network.models import Category, ImportBatch, ImportRow, Occasion, Partner
from network.services.importing.figures import open_questions


class ImportSerializer(HouseSerializer):
    """`questions` are to be answered before the sheet can be applied; `open` counts what is left to settle."""

    project = serializers.CharField(source="project.code", read_only=True)
    file = serializers.CharField(source="original.given_name", read_only=True)
    sha256 = serializers.CharField(source="original.sha256", read_only=True)
    columns = serializers.ListField(child=serializers.DictField(), read_only=True)
    mapping = serializers.DictField(child=serializers.CharField(allow_blank=True), read_only=True)
    questions = serializers.ListField(child=serializers.DictField(), read_only=True)
    counts = serializers.DictField(read_only=True)

    class Meta:
        model = ImportBatch
        fields: tuple[str, ...] = (
            "id", "project", "partner", "kind", "state", "file", "sha256", "sheet", "columns", "mapping", "questions",
            "counts", "occasion", "created_at", "applied_at", "undone_at",
        )  # fmt: skip
        read_only_fields: tuple[str, ...] = fields


class OneImportSerializer(ImportSerializer):
    open = serializers.SerializerMethodField()

    class Meta(ImportSerializer.Meta):
        fields = (*ImportSerializer.Meta.fields, "open")
        read_only_fields = fields

    def get_open(self, batch: ImportBatch) -> int:
        return open_questions(batch)


class ImportUploadSerializer(serializers.Serializer[Any]):
    """A sheet for one partner; attendance lists name the occasion and the category they count for."""

    partner = VisibleField(Partner)
    kind = serializers.ChoiceField(ImportKind.choices)
    file = serializers.FileField()
    occasion = VisibleField(Occasion, required=False)
    category = VisibleField(Category, required=False)


class ColumnsSerializer(serializers.Serializer[Any]):
    """Which field each column is, by the column's index; columns that are not named are left out."""

    mapping = serializers.DictField(child=serializers.CharField(allow_blank=True, max_length=60))


class CellSerializer(serializers.Serializer[Any]):
    row = serializers.CharField(max_length=140, help_text="the row's label")
    column = serializers.CharField(max_length=4, help_text="the column's letters")
    text = serializers.CharField(allow_blank=True, max_length=600)


class AnswersSerializer(serializers.Serializer[Any]):
    """Answers by the question's key, decisions by the row's label (a candidate, `new` or `skip`), cells put right."""

    answers = serializers.DictField(child=serializers.CharField(allow_blank=True, max_length=300), default=dict)
    decisions = serializers.DictField(child=serializers.CharField(allow_blank=True, max_length=40), default=dict)
    cells = CellSerializer(many=True, default=list)


class ImportRowSerializer(HouseSerializer):
    label = serializers.CharField(read_only=True)  # type: ignore[assignment]
    typed = serializers.ListField(read_only=True)
    read = serializers.DictField(read_only=True)
    problems = serializers.ListField(child=serializers.DictField(), read_only=True)
    candidates = serializers.ListField(child=serializers.DictField(), read_only=True)
    outcome = serializers.DictField(read_only=True)

    class Meta:
        model = ImportRow
        fields = ("label", "sheet", "number", "typed", "read", "problems", "match", "candidates", "decision", "outcome")
        read_only_fields = fields
