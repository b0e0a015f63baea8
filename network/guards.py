"""The guard of pages inside a project: the address names the project, the request carries it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Model, QuerySet
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from django.http import HttpResponseBase
from django.views.decorators.cache import never_cache

from core.guards import View, fetch_visible, find, mark, require
from core.requests import SignedInRequest
from network.models import Project


def in_project(
    permission: str, model: type[Model] | None = None, *, read: Callable[[Any], Any] | None = None
) -> Callable[[View], View]:
    """Let in who has the permission on the project, or on the object of it that the address names by `pk`.

    The view gets the project, or the object; `request.project` is set in both cases. `read` says of a queryset what
    is read with the object and what is not.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: SignedInRequest, code: str, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            request.project = fetch_visible(Project, request, code=code)
            thing: Model = request.project
            if model is not None:
                rows = model.objects.visible_to(request.user).in_project(request.project)  # type: ignore[attr-defined]
                thing = _within(request.project, read(rows) if read else rows, kwargs.pop("pk"))
            require(permission, request, thing)
            return view(request, thing, **kwargs)

        return mark(never_cache(guarded), permission, model)

    return decorate


def _within(project: Project, rows: QuerySet[Any], pk: Any) -> Model:
    """The visible object, if it is of this project; it need not ask for the project again."""
    thing: Model = find(rows, pk=pk)
    if isinstance(getattr(rows.model, "project", None), ForwardManyToOneDescriptor):
        thing.project = project  # type: ignore[attr-defined]
    return thing
