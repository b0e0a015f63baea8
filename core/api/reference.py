"""The interface's reference as a plain page: it needs no script and obeys the strict content policy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from core.guards import public

METHODS = ("get", "post", "put", "patch", "delete")


@public
@require_safe
def api_reference(request: HttpRequest) -> HttpResponse:
    """Every operation with its parameters, body and answers."""
    return render(request, "core/api_reference.html", described())


@cache
def described() -> dict[str, Any]:
    """The schema laid out for reading; it changes only with the code."""
    schema = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    groups: dict[str, list[dict[str, Any]]] = {}
    for operation in operations(schema):
        groups.setdefault(operation["group"], []).append(operation)
    return {
        "about": schema["info"]["description"],
        "version": schema["info"]["version"],
        "groups": [
            {"name": name, "slug": slugify(name), "operations": found} for name, found in sorted(groups.items())
        ],
    }


def operations(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path, methods in schema["paths"].items():
        for method in METHODS:
            if told := methods.get(method):
                yield {
                    "group": (told.get("tags") or ["Other"])[0],
                    "method": method.upper(),
                    "path": path,
                    "words": told.get("description", ""),
                    "slug": slugify(f"{method}-{path}"),
                    "parameters": [parameter(found) for found in told.get("parameters", [])],
                    "body": fields(schema, content_of(told.get("requestBody", {}))),
                    "answers": [
                        {"status": status, "fields": fields(schema, content_of(answer))}
                        for status, answer in sorted(told["responses"].items())
                        if status.startswith("2")
                    ],
                }


def parameter(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": found["name"],
        "place": found["in"],
        "kind": kind_of(found["schema"]),
        "required": found.get("required", False),
        "words": found.get("description", ""),
    }


def content_of(told: dict[str, Any]) -> dict[str, Any]:
    """The schema of a body, whatever its media type."""
    return next((media.get("schema", {}) for media in told.get("content", {}).values()), {})


def resolve(schema: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """What a reference leads to; the single parts of allOf and oneOf likewise."""
    while "$ref" in found or "allOf" in found:
        if "allOf" in found:
            found = found["allOf"][0]
        else:
            found = schema["components"]["schemas"][found["$ref"].rpartition("/")[2]]
    return found


def fields(schema: dict[str, Any], body: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of a body; of a page of rows, those of a row."""
    whole = resolve(schema, body)
    rows = whole.get("properties", {}).get("results", {})
    if "items" in rows:
        whole = resolve(schema, rows["items"])
    required = whole.get("required", [])
    return [
        {
            "name": name,
            "kind": kind_of(resolve(schema, told)),
            "required": name in required,
            "words": told.get("description", "") if "$ref" not in told else "",
        }
        for name, told in whole.get("properties", {}).items()
    ]


def kind_of(told: dict[str, Any]) -> str:
    """A type in words: `string (date)`, `one of draft, submitted`."""
    if choices := [str(choice) for choice in told.get("enum", ()) if choice not in ("", None)]:
        return f"one of {', '.join(choices)}"
    if told.get("type") == "array":
        return f"list of {kind_of(told['items'])}" if told.get("items") else "list"
    if told.get("format"):
        return f"{told.get('type', 'value')} ({told['format']})"
    return str(told.get("type", "value"))
