"""Fields that several serializers use."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet
from rest_framework import serializers


def visible_rows(field: Any) -> QuerySet[Any]:
    request = field.context.get("request")
    user = request.user if request else AnonymousUser()
    return field.model.objects.visible_to(user)  # type: ignore[no-any-return]


class VisibleField(serializers.PrimaryKeyRelatedField[Any]):
    """A row chosen by its id among those the user may see: a foreign id is unknown like any other."""

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        if not kwargs.get("read_only"):
            kwargs["queryset"] = model._default_manager.none()
        super().__init__(**kwargs)

    def get_queryset(self) -> QuerySet[Any]:
        return visible_rows(self)


class VisibleSlugField(serializers.SlugRelatedField[Any]):
    """The same by another unique field, such as a project's code."""

    def __init__(self, model: type[Model], slug: str, **kwargs: Any) -> None:
        self.model = model
        super().__init__(slug_field=slug, queryset=model._default_manager.none(), **kwargs)

    def get_queryset(self) -> QuerySet[Any]:
        return visible_rows(self)


class TextsField(serializers.DictField):
    """One text per language, by language code."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("child", serializers.CharField(allow_blank=True))
        super().__init__(**kwargs)


class HouseSerializer(serializers.ModelSerializer[Any]):
    """Says of a field that is only read, too, that it may be empty: the description has to be true of answers."""

    def include_extra_kwargs(
        self, kwargs: MutableMapping[str, Any], extra_kwargs: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        may_be_blank = kwargs.get("allow_blank", False)
        told = super().include_extra_kwargs(kwargs, extra_kwargs)
        return {**told, "allow_blank": True} if may_be_blank else told
