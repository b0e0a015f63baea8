"""The kinds of work the apps offer, with who may have it done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.utils.functional import Promise

if TYPE_CHECKING:
    from core.jobs.handle import Handle

type Work = Callable[["Handle"], Mapping[str, Any] | None]
type Target = Callable[[Mapping[str, Any]], Model | None]


@dataclass(frozen=True)
class Kind:
    """`target` finds the thing that the permission is asked of; it is asked again when the work begins."""

    code: str
    title: str | Promise
    work: Work
    permission: str
    target: Target | None = None


_kinds: dict[str, Kind] = {}


def register(
    code: str, *, title: str | Promise, permission: str, target: Target | None = None
) -> Callable[[Work], Work]:
    """Offer work under a code, from an app's `registrations.py`.

    The work gets a Handle and answers what the job's page shows: `url`, `message`, and figures of its own. It may
    run twice after a crash, so it publishes in one step, best in one transaction with `job.finish(...)`.
    """

    def decorate(work: Work) -> Work:
        _kinds[code] = Kind(code, title, work, permission, target)
        return work

    return decorate


def kind_of(code: str) -> Kind | None:
    return _kinds.get(code)


def title_of(code: str) -> str:
    """In words for a page; the bare code for a kind that is no longer offered."""
    kind = _kinds.get(code)
    return str(kind.title) if kind else code
