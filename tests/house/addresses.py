"""Every address of the platform with the view behind it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

OURS = ("qqvet.", "core.", "accounts.", "network.", "reports.", "portal.", "impact_study.", "documentaries.",
        "recommendations.", "dissemination.", "mobility.")  # fmt: skip


@dataclass(frozen=True)
class Address:
    route: str
    name: str
    view: Callable[..., Any]

    @property
    def module(self) -> str:
        return getattr(self.view, "__module__", "")

    @property
    def is_ours(self) -> bool:
        return self.module.startswith(OURS)


def addresses() -> list[Address]:
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, before: str, namespace: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, route, inner)
        elif isinstance(entry, URLPattern):
            yield Address(route, f"{namespace}{entry.name or ''}", entry.callback)
