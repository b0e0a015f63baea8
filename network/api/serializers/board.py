"""The quota board, as its page and a period's snapshot have it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class OutlookSerializer(serializers.Serializer[Any]):
    low = serializers.IntegerField()
    high = serializers.IntegerField()
    needed_a_month = serializers.FloatField(allow_null=True)


class FiguresSerializer(serializers.Serializer[Any]):
    """One cell: distinct heads beside the columns that are never added to them."""

    target = serializers.IntegerField(allow_null=True)
    expected = serializers.FloatField(allow_null=True)
    reached = serializers.IntegerField()
    new = serializers.IntegerField()
    evidenced = serializers.IntegerField()
    shared = serializers.IntegerField()
    waiting = serializers.IntegerField()
    duplicates = serializers.IntegerField()
    unnamed = serializers.IntegerField()
    answers = serializers.IntegerField()
    late = serializers.IntegerField()
    status = serializers.CharField()
    outlook = OutlookSerializer(allow_null=True)
    by_month = serializers.ListField(child=serializers.IntegerField())


class BoardCellSerializer(FiguresSerializer):
    partner = serializers.IntegerField()


class BoardRowSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    unit = serializers.CharField()
    stated_total = serializers.IntegerField(allow_null=True)
    distinct = serializers.IntegerField()
    distinct_new = serializers.IntegerField()
    total = FiguresSerializer()
    cells = BoardCellSerializer(many=True)


class BoardColumnSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    number = serializers.IntegerField()
    name = serializers.CharField()
    country = serializers.CharField(allow_blank=True)


class BoardSerializer(serializers.Serializer[Any]):
    project = serializers.CharField()
    period = serializers.CharField(allow_blank=True)
    as_of = serializers.DateField()
    months = serializers.ListField(child=serializers.DateField())
    partners = BoardColumnSerializer(many=True)
    categories = BoardRowSerializer(many=True)


class BoardQuerySerializer(serializers.Serializer[Any]):
    """Narrows the board to one partner, or to what one period took in."""

    partner = serializers.IntegerField(required=False)
    period = serializers.IntegerField(required=False)
