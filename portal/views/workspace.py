"""The workspace home: what needs me now."""

from __future__ import annotations

from django.http import HttpResponse

from core.guards import signed_in
from core.pages import page
from core.requests import SignedInRequest
from core.todos import todos_of


@signed_in
def home(request: SignedInRequest) -> HttpResponse:
    return page(request, "portal/workspace.html", {"todos": todos_of(request.user)})
