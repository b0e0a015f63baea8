"""Addresses that show what the front does with an answer."""

import itertools

from django.http import HttpRequest, HttpResponse
from django.urls import path

from core.caching import remembered
from core.protected_files import send_protected
from qqvet import urls as platform

answers = itertools.count(1)


@remembered(seconds=60)
def counted(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"answer {next(answers)}", content_type="text/plain")


def always_new(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"answer {next(answers)}", content_type="text/plain")


def file(request: HttpRequest) -> HttpResponse:
    return send_protected("evidence/lista de alumnos.csv", as_name="lista ñ.csv", content_type="text/csv")


def request_id(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.headers["X-Request-ID"], content_type="text/plain")


urlpatterns = [
    path("counted/", counted),
    path("new/", always_new),
    path("file/", file),
    path("request-id/", request_id),
    *platform.urlpatterns,
]
handler400, handler403 = platform.handler400, platform.handler403
handler404, handler500 = platform.handler404, platform.handler500
