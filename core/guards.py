"""Who may open a view: the line above it says so, and a house test reads it there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from core.requests import SignedInRequest

View = Callable[..., HttpResponseBase]


def fetch_visible[M: Model](model: type[M], request: SignedInRequest, **lookup: Any) -> M:
    """The object, or 404 alike for one that does not exist and one the user may not see."""
    return find(cast("QuerySet[M]", model.objects.visible_to(request.user)), **lookup)  # type: ignore[attr-defined]


def find[M: Model](rows: QuerySet[M], **lookup: Any) -> M:
    """The row, or 404; what cannot be a value of that column is an unknown one."""
    try:
        return rows.get(**lookup)
    except (ObjectDoesNotExist, ValueError) as unknown:
        raise Http404 from unknown


def require(permission: str, request: HttpRequest, thing: Model | None = None) -> None:
    """403 unless the user has the permission on the thing."""
    if not request.user.has_perm(permission, thing):
        raise PermissionDenied


def guard(permission: str, model: type[Model] | None = None, *, by: str = "pk") -> Callable[[View], View]:
    """Let in who has the permission; with a model, hand over the object that the address names."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: SignedInRequest, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if model is None:
                require(permission, request)
                return view(request, **kwargs)
            thing = fetch_visible(model, request, **{by: kwargs.pop(by)})
            require(permission, request, thing)
            return view(request, thing, **kwargs)

        return mark(never_cache(guarded), permission, model, by)

    return decorate


def signed_in(view: View) -> View:
    """Everybody who is signed in, for pages about oneself."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return mark(never_cache(guarded), "signed in")


def public(view: View) -> View:
    """Everybody, signed in or not."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return mark(opened, "public")


def mark(view: View, permission: str, model: type[Model] | None = None, by: str = "pk") -> View:
    """Write on a view who may, and what its address names; the house tests refuse a view without it."""
    view.who_may = permission  # type: ignore[attr-defined]
    view.about = (model, by)  # type: ignore[attr-defined]
    return view
