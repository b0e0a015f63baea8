"""What templates of the network may ask for."""

from __future__ import annotations

from django.http import HttpRequest

from network.funding import funding_of


def funding(request: HttpRequest) -> dict[str, object]:
    """The funding line of the project that is open, by its call years; a page may hand over its own."""
    project = getattr(request, "project", None)
    return {"funding": funding_of(project)} if project is not None else {}
