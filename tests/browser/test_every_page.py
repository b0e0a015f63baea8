"""Every page in Chromium: axe finds nothing, nothing scrolls sideways, the browser complains of nothing.

Each page is opened in both complete languages, in both themes and at the width of a small phone and of a desk, so that
over the pages each pair of these meets; AXE=full opens each page in every one of them. A new page is in by itself; one
that nobody can open on the demo data fails.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import product

import pytest
from django.core.management import call_command
from django.urls import translate_url
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from network.models import Project
from tests.browser.conftest import session_cookie
from tests.browser.pages import MADE, NO_PAGE, SENT, UNREACHED, Shown, pages
from tests.house.addresses import addresses

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

PAGES = pages()
LANGUAGES, THEMES, WIDTHS = ("en", "es"), ("light", "dark"), (320, 1280)
# Each row holds both of each; the four rows together hold every pair.
ROWS = [
    [("en", "light", 320), ("es", "dark", 1280)],
    [("en", "dark", 320), ("es", "light", 1280)],
    [("es", "light", 320), ("en", "dark", 1280)],
    [("es", "dark", 320), ("en", "light", 1280)],
]
OFTEN = os.environ.get("AXE") == "full"


@dataclass
class Platform:
    """A server on the demo data, and who may be sent where."""

    url: str
    paths: dict[str, str]
    cookies: dict[str, list[dict[str, str]]]


@pytest.fixture
def _django_db_helper():
    """No transaction around a page: on SQLite it would keep the server from writing."""


@pytest.fixture(scope="module")
def platform(django_db_setup, django_db_blocker):
    """Filled once for all pages."""
    with django_db_blocker.unblock():
        call_command("load_demo", verbosity=0)
        server = LiveServer("localhost")
        server._live_server_modified_settings.enable()
        users = {who: User.objects.get(email=f"{who}@example.org") for who in ("coordinator", "staff")}
        shown = Shown(Project.objects.get(code="qqvet"), users["coordinator"])
        yield Platform(
            url=server.url,
            paths={name: shown.path(name) for name in PAGES},
            cookies={who: [session_cookie(user, server.url)] for who, user in users.items()} | {"public": []},
        )
        server._live_server_modified_settings.disable()
        server.stop()
        call_command("flush", verbosity=0, interactive=False)


@pytest.mark.parametrize("name", PAGES)
def test_page_in_every_light(platform, name, page, faults, barriers):
    page.context.add_cookies(platform.cookies[PAGES[name]])
    address = platform.url + platform.paths[name]
    found = {}
    for language, theme, width in product(LANGUAGES, THEMES, WIDTHS) if OFTEN else ROWS[list(PAGES).index(name) % 4]:
        page.set_default_navigation_timeout(90_000)
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        answer = page.goto(translate_url(address, language))
        assert (answer.status, answer.request.redirected_from) == (200, None), page.url
        found[language, theme, width] = barriers()
    assert {how: hits for how, hits in found.items() if hits} == {}
    assert faults == []


def test_no_address_is_excused_that_is_gone():
    excused = {name for names in NO_PAGE.values() for name in names} | set(UNREACHED) | set(SENT) | MADE
    assert excused - {address.name for address in addresses()} == set()
