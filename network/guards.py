"""The guard of pages inside a project: the address names the project, the request carries it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import Http404, HttpResponseBase
from django.views.decorators.cache import never_cache

from core.guards import View, fetch_visible, mark, require
from core.requests import SignedInRequest
from network.models import Project


def in_project(permission: str, model: type[Model] | None = None) -> Callable[[View], View]:
    """Let in who has the permission on the project, or on the object of it that the address names by `pk`.

    The view gets the project, or the object; `request.project` is set in both cases.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: SignedInRequest, code: str, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            request.project = fetch_visible(Project, request, code=code)
            thing: Model = request.project
            if model is not None:
                thing = fetch_visible(model, request, pk=kwargs.pop("pk"))
                if not type(thing).objects.in_project(request.project).filter(pk=thing.pk).exists():  # type: ignore[attr-defined]
                    raise Http404
            require(permission, request, thing)
            return view(request, thing, **kwargs)

        return mark(never_cache(guarded), permission, model)

    return decorate
