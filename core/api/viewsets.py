"""What all viewsets share: the queryset of the pages, one permission per action, one effect per key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.viewsets import GenericViewSet

from core import idempotency
from core.api.access import NamedAction
from core.api.pages import Pages
from core.enums import ApiScope


class HouseViewSet(GenericViewSet[Any]):
    """`permissions` names who may call each action; what it does not name is closed."""

    model: ClassVar[type[Model]]
    permissions: ClassVar[Mapping[str, str]] = {}
    scopes: ClassVar[Mapping[str, ApiScope]] = {}
    permission_classes = [NamedAction]
    pagination_class = Pages
    metadata_class = None
    lookup_value_converter = "int"

    def get_queryset(self) -> QuerySet[Any]:
        return self.rows(self.model.objects.visible_to(self.request.user))  # type: ignore[attr-defined]

    @property
    def user(self) -> Any:
        """Who asks; nobody gets this far without having signed in."""
        return self.request.user

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        answer = super().finalize_response(request, response, *args, **kwargs)
        answer.headers.setdefault("Cache-Control", "private, no-store")
        return answer

    def rows(self, visible: QuerySet[Any]) -> QuerySet[Any]:
        """Adds what a row shows, in a constant number of statements."""
        return visible

    def valid(self, form: type[BaseSerializer[Any]]) -> Any:
        """The body as the form reads it; 400 with all that is wrong otherwise."""
        asked = form(data=self.request.data, context=self.get_serializer_context())
        asked.is_valid(raise_exception=True)
        return asked.validated_data

    def may_begin(self, permission: str) -> bool:
        """Whether the user may do this at all, asked before the body is read."""
        return bool(self.request.user.has_perm(permission))


class ReadViewSet(ListModelMixin, RetrieveModelMixin, HouseViewSet):
    """Lists and single rows."""


type Action = Callable[..., Response]


def once(action: Action) -> Action:
    """The header `Idempotency-Key` makes one effect of a request that is sent again."""

    @wraps(action)
    def answered_once(self: HouseViewSet, request: Request, *args: Any, **kwargs: Any) -> Any:
        key = request.headers.get(idempotency.HEADER, "")
        if not key:
            return action(self, request, *args, **kwargs)

        def make() -> Response:
            return self.finalize_response(request, action(self, request, *args, **kwargs))  # type: ignore[return-value]

        return idempotency.answer_once(
            request,
            key=key,
            route=request.path[:200],
            make=make,
            accepted=range(200, 300),  # type: ignore[arg-type]
        )

    answered_once.takes_key = True  # type: ignore[attr-defined]
    return answered_once
