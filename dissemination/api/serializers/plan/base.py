"""What the parts of a plan have in common when they are read and changed."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from core.api.fields import HouseSerializer
from dissemination.api.serializers.fields import SEEN

HEADS = 100_000_000


class InProjectSerializer(HouseSerializer):
    """A part as it is read; what a change has to name is its `changed_at`."""

    project = serializers.CharField(source="project.code", read_only=True)


class SeenSerializer(HouseSerializer):
    """A change: what is not named stays."""

    seen = serializers.CharField(max_length=40, help_text=SEEN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name == "seen"
