"""One effect, however often the same request arrives.

A page's form carries `{% idempotency_key %}`, a program the header `Idempotency-Key`. The same key and body get
the kept answer, the same key with another body 422, and 409 while the first is still at work.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.models import KeptAnswer
from core.problems import Problem

FIELD = "idempotency_key"
HEADER = "Idempotency-Key"
LONGEST = 100


class KeyRefused(Exception):  # noqa: N818
    """The request cannot be answered under its key; `status` says how HTTP calls that."""

    def __init__(self, status: int, problem: Problem) -> None:
        self.status, self.problem = status, problem
        super().__init__(str(problem.message))


def body_hash(request: HttpRequest) -> str:
    """A hash of what was sent, whatever its form; the token against forged requests changes and is left out."""
    told = hashlib.sha256()
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        for name in sorted(set(request.POST) - {"csrfmiddlewaretoken", FIELD}):
            told.update(repr((name, request.POST.getlist(name))).encode())
        for name in sorted(request.FILES):
            for upload in request.FILES.getlist(name):
                told.update(repr((name, upload.name)).encode())
                for chunk in upload.chunks():
                    told.update(chunk)
                upload.seek(0)
    else:
        told.update(request.body)
    return told.hexdigest()


def key_of(request: HttpRequest) -> str:
    return request.headers.get(HEADER, "") or request.POST.get(FIELD, "")


def answer_once[R: HttpResponse](
    request: HttpRequest, *, key: str, route: str, make: Callable[[], R], accepted: range
) -> R | HttpResponse:
    """The answer of `make`, or the one it gave when the key came first. Raises KeyRefused.

    Only answers with an accepted status had an effect and are kept; a refused request may be mended and sent again.
    """
    refuse_long(key)
    sent = body_hash(request)
    with transaction.atomic():
        hold(f"{request.user.pk} {route} {key}")
        kept = KeptAnswer.objects.filter(actor=request.user.pk, route=route, key=key).first()
        if kept is not None:
            return again(kept, sent)
        response = make()
        if response.status_code in accepted:
            keep(request, response, route=route, key=key, sent=sent)
        return response


def refuse_long(key: str) -> None:
    if len(key) > LONGEST:
        raise KeyRefused(422, Problem("key_too_long", _("The idempotency key is too long."), field=HEADER))


def hold(name: str) -> None:
    """Let one request work under a name until its transaction ends. SQLite has one writer at a time anyway."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [number])
            if not cursor.fetchone()[0]:
                raise still_running()


def still_running() -> KeyRefused:
    message = _("The same request is still being worked on.")
    return KeyRefused(409, Problem("still_running", message, remedy=_("Ask again in a moment.")))


def reused() -> KeyRefused:
    return KeyRefused(422, Problem("key_reused", _("This idempotency key was used for another request.")))


def again(kept: KeptAnswer, sent: str) -> HttpResponse:
    if kept.body_hash != sent:
        raise reused()
    response = HttpResponse(kept.body, status=kept.status, content_type=kept.content_type or None)
    if kept.location:
        response["Location"] = kept.location
    response["Idempotent-Replay"] = "true"
    return response


def keep(request: Any, response: HttpResponse, *, route: str, key: str, sent: str) -> None:
    if callable(getattr(response, "render", None)):
        response.render()  # type: ignore[attr-defined]
    KeptAnswer.objects.create(
        actor=request.user, route=route, key=key, body_hash=sent, status=response.status_code,
        content_type=response.get("Content-Type", ""), location=response.get("Location", ""),
        body=response.content.decode(),
    )  # fmt: skip


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view whose form carries a key: a POST that comes again is sent where the first one was.

    Stands under the guard. A form shown again with its errors is not kept.
    """

    @wraps(view)
    def answered_once(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = key_of(request) if request.method == "POST" else ""
        if not key:
            return view(request, *args, **kwargs)
        make = partial(view, request, *args, **kwargs)
        try:
            return answer_once(request, key=key, route=request.path[:200], make=make, accepted=range(300, 400))
        except KeyRefused as refused:
            return HttpResponse(str(refused), status=refused.status, content_type="text/plain; charset=utf-8")

    return answered_once
