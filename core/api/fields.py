"""Fields that several serializers use."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet
from rest_framework import serializers


class VisibleField(serializers.PrimaryKeyRelatedField[Any]):
    """A row chosen by its id among those the user may see: a foreign id is unknown like any other."""

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        if not kwargs.get("read_only"):
            kwargs["queryset"] = model._default_manager.none()
        super().__init__(**kwargs)

    def get_queryset(self) -> QuerySet[Any]:
        request = self.context.get("request")
        user = request.user if request else AnonymousUser()
        return self.model.objects.visible_to(user)  # type: ignore[attr-defined, no-any-return]


class TextsField(serializers.DictField):
    """One text per language, by language code."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("child", serializers.CharField(allow_blank=True))
        super().__init__(**kwargs)


class HouseSerializer(serializers.ModelSerializer[Any]):
    """Says of a field that is only read, too, that it may be empty: the description has to be true of answers."""

    def include_extra_kwargs(self, kwargs: dict[str, Any], extra_kwargs: dict[str, Any]) -> dict[str, Any]:
        may_be_blank = kwargs.get("allow_blank", False)
        told: dict[str, Any] = super().include_extra_kwargs(kwargs, extra_kwargs)
        return told | {"allow_blank": True} if may_be_blank else told
