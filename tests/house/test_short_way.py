"""Visitors' pages are the same by the short way and by the whole way, down to their headers."""

import re

import pytest
import time_machine
from django.conf import settings as configured
from django.test import Client
from structlog.testing import capture_logs

from core.short_way import ShortWayMiddleware
from tests.dissemination.views.test_public import address
from tests.factories import UserFactory
from tests.factories.dissemination import EventFactory
from tests.house.addresses import addresses
from tests.impact_study.surveys import survey

pytestmark = pytest.mark.django_db
WHOLE = [name for name in configured.MIDDLEWARE if "short_way" not in name]
VISITORS = {
    "dissemination:event_page", "dissemination:event_register", "dissemination:event_registered",
    "impact_study:survey_start", "impact_study:survey_answer", "impact_study:survey_answer_files",
    "impact_study:survey_resume",
    "impact_study:survey_withdraw", "impact_study:survey_invited", "impact_study:survey_unsubscribe",
}  # fmt: skip
FREE = r'(?<=name="csrfmiddlewaretoken" value=")[^"]+|(?<=name="key" value=")[^"]+|(?<=name="_state" value=")[^"]+'
ASKED = [
    ("get", "{survey}", {}), ("get", "{survey}answer/", {}), ("post", "{survey}answer/", {}),
    ("post", "{survey}answer/files/", {}), ("get", "{survey}resume/", {}), ("post", "{survey}resume/", {"resume": "unknown"}), ("get", "{survey}withdraw/", {}),
    ("post", "{survey}withdraw/", {"code": "unknown"}), ("get", "{survey}i/unknown/", {}),
    ("post", "{survey}answer/", {"_state": "forged"}), ("post", "{survey}", {"_go": "theme:dark"}),
    ("get", "/en/s/unknown/", {}), ("get", "/de{survey}answer/", {}), ("get", "{survey}answer", {}),
    ("get", "{event}", {}), ("head", "{event}", {}), ("get", "{event}register/", {}), ("post", "{event}register/", {}),
    ("get", "{event}registered/", {}), ("get", "{event}registered/?as=forged", {}), ("get", "/en/p/no/events/1/", {}),
]  # fmt: skip


def asked_by(client, way, method, path, data, **headers):
    """What is seen of an answer; only the visitor's own tokens may differ."""
    with capture_logs() as lines, pytest.MonkeyPatch.context() as patched:
        if way == "whole":
            patched.setattr(configured, "MIDDLEWARE", WHOLE)
        answer = getattr(client, method)(path, data, headers={"X-Request-ID": "0123456789", **headers})
    told = [{name: line[name] for name in line if name != "ms"} for line in lines if line["event"] == "request"]
    cookies = {name: {**cookie, "expires": ""} for name, cookie in answer.cookies.items()}
    answer.content = text = re.sub(FREE, "", answer.text)
    if "Content-Length" in answer:  # a sealed state is sometimes shorter
        answer["Content-Length"] = str(len(text))
    return answer.status_code, dict(answer.headers), cookies, text, told


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize(("method", "path", "data"), ASKED)
@time_machine.travel("2026-05-04 10:08:30+00:00", tick=False)
def test_both_ways_give_the_same_answer(settings, secure, method, path, data):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = secure, 3600 * secure
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    where = {"survey": f"/en/s/{survey().slug}/", "event": address(EventFactory())}
    path = path.format(**where).replace("/de/en/", "/de/")
    for headers in ({}, {"X-Forwarded-Proto": "https"}, {"Cookie": "theme=dark; size=large"}, {"Host": "elsewhere"}):
        short, whole = (
            asked_by(Client(enforce_csrf_checks=True), way, method, path, data, **headers) for way in ("short", "whole")
        )
        assert short == whole


def test_the_marked_views_are_the_ones_compared_here():
    assert {each.name for each in addresses() if getattr(each.view, "takes_short_way", False)} == VISITORS


@pytest.fixture
def ways(monkeypatch):
    """Which way each request took."""
    taken, before = [], ShortWayMiddleware.__init__

    def noting(way, name):
        def answer(request):
            taken.append(name)
            return way(request)

        return answer

    def made(self, get_response):
        before(self, noting(get_response, "whole"))
        self._short_chain = noting(self._short_chain, "short")

    monkeypatch.setattr(ShortWayMiddleware, "__init__", made)
    return taken


@pytest.mark.parametrize(
    ("path", "headers", "way"),
    [
        ("{event}", {}, "short"), ("{event}", {"Cookie": "theme=dark"}, "short"),
        ("{event}", {"Cookie": f"{configured.SESSION_COOKIE_NAME}=anything"}, "whole"),
        ("{event}", {"Cookie": "messages=anything"}, "whole"), ("{event}", {"Authorization": "Bearer x"}, "whole"),
        ("{event}", {"HX-Request": "true"}, "whole"), ("{event}event.ics", {}, "whole"), ("/en/", {}, "whole"),
        ("/xx/s/unknown/", {}, "whole"), ("/s/unknown/", {}, "whole"),
    ],
)  # fmt: skip
def test_only_a_stranger_at_a_visitors_page_goes_the_short_way(ways, path, headers, way):
    Client().get(path.format(event=address(EventFactory())), headers=headers)

    assert ways == [way]


def test_somebody_signed_in_sees_their_own_header(client):
    event = EventFactory()
    stranger = client.get(address(event)).text
    client.force_login(UserFactory())

    assert ("/accounts/logout/" in client.get(address(event)).text, "/accounts/logout/" in stranger) == (True, False)
