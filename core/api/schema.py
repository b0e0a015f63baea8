"""How the interface describes itself (OpenAPI)."""

from __future__ import annotations

from typing import Any, Literal

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework.permissions import SAFE_METHODS

from core.api.problems import CONTENT_TYPE, ErrorSerializer
from core.idempotency import HEADER, LONGEST

type Direction = Literal["request", "response"]
COMMON = {"401": "Not signed in", "403": "Not allowed", "429": "Too many requests", "406": "Not acceptable"}


class HouseSchema(AutoSchema):
    """Adds the errors every action may answer with, and the header against doubled effects."""

    def get_override_parameters(self) -> list[Any]:
        handler = getattr(self.view, getattr(self.view, "action", None) or "", None)
        if not getattr(handler, "takes_key", False):
            return []
        words = "A key of your choice: the same request with the same key has one effect and gets the same answer."
        return [
            OpenApiParameter(
                HEADER, {"type": "string", "maxLength": LONGEST}, OpenApiParameter.HEADER, description=words
            )
        ]

    def _get_response_bodies(self, direction: Direction = "response") -> dict[str, Any]:
        bodies = super()._get_response_bodies(direction)
        error = self.resolve_serializer(ErrorSerializer, direction).ref
        for status, words in self.errors().items():
            bodies.setdefault(status, {"description": words, "content": {CONTENT_TYPE: {"schema": error}}})
        return bodies

    def errors(self) -> dict[str, str]:
        found = dict(COMMON)
        if self.method in SAFE_METHODS:
            return found | {"400": "Not valid", "404": "Not found"}
        changing = {"400": "Not valid", "404": "Not found", "415": "Unsupported media type", "422": "Cannot be done"}
        return found | changing | {"409": "Still being worked on"}
