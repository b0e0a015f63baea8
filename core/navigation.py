"""The links of header and footer. Apps add theirs in `registrations.py`; templates show those a reader may follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

Switch = Callable[[HttpRequest], Iterable[dict[str, Any]]]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One link: `place` is workspace, more, public, account or footer; the permission is asked of the open project.

    With `per_project` the address takes the project's code, and the link shows only while a project is open.
    `also` names the addresses beside its own whose pages belong under it, as seen from it: "../waves/".
    """

    place: str
    label: str | Promise
    url_name: str
    order: int = 50
    permission: str = ""
    per_project: bool = False
    icon: str = "chevron-right"
    also: tuple[str, ...] = ()


# Two halves of one bar: a page is marked in one of them only.
BAR = ("workspace", "more")

_entries: list[Entry] = []
_switch: list[Switch] = []


def register(entry: Entry) -> None:
    """Add a link; an app does so once, when the house starts."""
    _entries.append(entry)
    _entries.sort(key=lambda known: (known.order, known.url_name))


def register_switch(projects: Switch) -> None:
    """Say which projects the header's switcher offers: a list of url, name and current."""
    _switch[:] = [projects]


def links(request: HttpRequest, place: str) -> list[dict[str, Any]]:
    """The links of one place that this reader may follow, the current one marked."""
    beside = BAR if place in BAR else (place,)
    found = [
        (address(request, entry), entry) for entry in _entries if entry.place in beside and open_to(request, entry)
    ]
    starts = {start: url for url, entry in found for start in (url, *(urljoin(url, other) for other in entry.also))}
    here = starts.get(max((start for start in starts if request.path.startswith(start)), key=len, default=""))
    return [
        {"url": url, "label": entry.label, "icon": entry.icon, "current": url == here}
        for url, entry in found
        if entry.place == place
    ]


def open_to(request: HttpRequest, entry: Entry) -> bool:
    """Whether this reader may follow a link from the page that is open."""
    project = getattr(request, "project", None)
    if entry.per_project and project is None:
        return False
    return not entry.permission or _may(request, entry.permission, project)


def _may(request: HttpRequest, permission: str, project: Any) -> bool:
    """Asked once a page, however many links need the same permission."""
    asked: dict[tuple[str, Any], bool] = request.__dict__.setdefault("_asked_permissions", {})
    key = permission, getattr(project, "pk", None)
    if key not in asked:
        asked[key] = request.user.has_perm(permission, project)
    return asked[key]


def address(request: HttpRequest, entry: Entry) -> str:
    """Where a link leads, within the open project if it belongs to one."""
    return reverse(entry.url_name, kwargs={"code": request.project.code} if entry.per_project else {})  # type: ignore[attr-defined]


def projects(request: HttpRequest) -> list[dict[str, Any]]:
    """What the project switcher offers this reader."""
    return [item for switch in _switch for item in switch(request)]
