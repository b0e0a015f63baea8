"""The request a guarded view receives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


class SignedInRequest(HttpRequest):
    """A request of a signed-in user; `project` is there on pages inside a project."""

    user: Any  # core knows no user model; views above narrow it
    htmx: HtmxDetails
    project: Any
