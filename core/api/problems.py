"""Errors in one shape (RFC 9457), with every problem that was found and its remedy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions, serializers
from rest_framework.response import Response
from rest_framework.views import set_rollback

from core.idempotency import KeyRefused
from core.problems import Problem, ProblemsFound

CONTENT_TYPE = "application/problem+json"


class ProblemSerializer(serializers.Serializer[Problem]):
    """One thing that is wrong, where, and what to do."""

    code = serializers.CharField()
    message = serializers.CharField()
    field = serializers.CharField(allow_blank=True, help_text="the field it belongs to, inner ones after a dot")
    row = serializers.IntegerField(allow_null=True, help_text="the line of a list, as its reader counts")
    remedy = serializers.CharField(allow_blank=True)


class ErrorSerializer(serializers.Serializer[Any]):
    """What every error looks like."""

    type = serializers.CharField(default="about:blank")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    problems = ProblemSerializer(many=True)


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """REST framework's exception handler: None lets a true fault become a 500."""
    if isinstance(error, ProblemsFound):
        stale = any(problem.code == "conflict" for problem in error.problems)
        return problem_answer(409 if stale else 422, _("This cannot be done."), list(error.problems))
    if isinstance(error, KeyRefused):
        return problem_answer(error.status, str(error), [error.problem])
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    set_rollback()
    if isinstance(error, exceptions.ValidationError):
        return problem_answer(400, _("The request is not valid."), list(flat(error.detail)))
    response = problem_answer(error.status_code, str(error.detail), [])
    for header, value in headers_of(error):
        response[header] = value
    return response


def headers_of(error: exceptions.APIException) -> Iterator[tuple[str, str]]:
    if challenge := getattr(error, "auth_header", None):
        yield "WWW-Authenticate", challenge
    if wait := getattr(error, "wait", None):
        yield "Retry-After", str(int(wait) + 1)


def problem_answer(status: int, detail: str, problems: Sequence[Problem]) -> Response:
    body = {
        "type": "about:blank", "title": TITLES.get(status, "Error"), "status": status, "detail": detail,
        "problems": [ProblemSerializer(problem).data for problem in problems],
    }  # fmt: skip
    return Response(body, status=status, content_type=CONTENT_TYPE)


TITLES = {
    400: "Bad request",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    406: "Not acceptable",
    409: "Conflict",
    413: "Too large",
    415: "Unsupported media type",
    422: "Cannot be done",
    429: "Too many requests",
}


def flat(detail: Any, path: str = "") -> Iterator[Problem]:
    """Every message of a serializer's errors with the path of its field."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            yield from flat(inner, f"{path}.{name}".strip(".") if name != "non_field_errors" else path)
    elif isinstance(detail, list):
        for number, inner in enumerate(detail):
            nested = isinstance(inner, dict | list)
            yield from flat(inner, f"{path}.{number}".strip(".") if nested else path)
    else:
        yield Problem(code=getattr(detail, "code", "invalid"), message=str(detail), field=path)
