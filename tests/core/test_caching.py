"""Only what is the same for every stranger may be kept by the front."""

import pytest
from django.http import HttpResponse
from django.middleware.csrf import get_token

from core.caching import remembered

KEPT = "public, max-age=0, s-maxage=5"


@remembered()
def plain(request):
    return HttpResponse("page")


@remembered()
def with_form(request):
    return HttpResponse(get_token(request))


@remembered()
def with_cookie(request):
    response = HttpResponse("page")
    response.set_cookie("theme", "dark")
    return response


@remembered()
def missing(request):
    return HttpResponse("page", status=404)


def test_a_plain_page_for_a_stranger_is_kept(rf):
    assert plain(rf.get("/"))["Cache-Control"] == KEPT


@pytest.mark.parametrize("view", [with_form, with_cookie, missing])
def test_an_answer_that_is_somebody_s_own_is_not_kept(rf, view):
    assert "Cache-Control" not in view(rf.get("/"))


def test_who_is_known_gets_a_fresh_page(rf):
    known = rf.get("/")
    known.COOKIES["session"] = "x"

    answers = [plain(known), plain(rf.get("/", headers={"Authorization": "Token x"})), plain(rf.post("/"))]

    assert ["Cache-Control" in answer for answer in answers] == [False, False, False]
