import gzip
from datetime import date
from pathlib import Path

import pytest

from core.bundles import bundles
from network.enums import VisibilityScheme
from network.funding import STATEMENTS
from network.models import Output
from tests.factories import ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db
KEPT = "public, max-age=0, s-maxage=10"
FIRST_VISIT = 25 * 1024
PAGES = ["/en/", "/en/p/", "/en/p/oak/"]


@pytest.mark.parametrize("address", PAGES)
def test_page_for_strangers_sets_no_cookie_and_may_be_kept_for_seconds(client, project, address):
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"], dict(answer.cookies)) == (200, KEPT, {})


@pytest.mark.parametrize("address", PAGES)
def test_page_for_somebody_signed_in_is_not_kept(client, project, address):
    client.force_login(UserFactory())
    assert "s-maxage" not in client.get(address).get("Cache-Control", "")


@pytest.mark.parametrize("projects", [1, 3])
@pytest.mark.parametrize("address", PAGES)
def test_page_costs_at_most_six_statements(client, project, grow, address, projects, django_assert_max_num_queries):
    for number in range(1, projects):
        grow(f"oak-{number}")
    with django_assert_max_num_queries(6):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", PAGES)
def test_first_visit_stays_within_its_budget(client, project, grow, address):
    for number in range(4):
        grow(f"oak-{number}")
    texts = bundles(Path("static"))
    parts = [client.get(address).content, texts["css/public.css"].encode(), texts["js/house.js"].encode()]
    assert sum(len(gzip.compress(part)) for part in parts) <= FIRST_VISIT


def test_page_of_a_project_shows_no_figure_of_a_small_group(client, project):
    page = client.get("/en/p/oak/").content.decode()
    assert "6 of 50" in page
    assert "fewer than 5, not shown; 50 promised" in " ".join(page.split())
    assert "3 of 50" not in page


def test_page_of_a_project_carries_the_funding_line_of_its_calls_in_the_reader_s_language(client, project):
    ProjectFactory(code="elm", call_year=2023)
    said = {
        (code, language): next(
            scheme for scheme, words in STATEMENTS.items()
            if f"<strong>{words[language]}</strong>" in client.get(f"/{language}/p/{code}/").content.decode()
        )
        for code in ("oak", "elm") for language in ("en", "es", "pl")
    }  # fmt: skip
    assert set(said.items()) == {
        *((("oak", language), VisibilityScheme.CALLS_2014_2020) for language in ("en", "es", "pl")),
        *((("elm", language), VisibilityScheme.CALLS_2021_2027) for language in ("en", "es", "pl")),
    }


def test_words_of_another_language_are_marked_as_such(client, project):
    page = client.get("/es/p/oak/").content.decode()
    assert '<p class="lead" lang="en">Wood and words.</p>' in page
    assert "<h1>Proyecto oak</h1>" in page


def test_what_is_not_known_of_a_project_is_said_so(client):
    ProjectFactory(code="ash", starts_on=None, ends_on=None)
    assert client.get("/en/p/ash/").content.decode().count("not known yet") == 4


def test_page_of_a_project_lists_its_public_outputs(client, project):
    for title, is_public in (("A film", True), ("A draft", False)):
        Output.objects.create(
            project=project, kind="film", title={"en": title}, address=f"/f/{title}/", is_public=is_public
        )
    page = client.get("/en/p/oak/").content.decode()
    assert ("A film" in page, "A draft" in page) == (True, False)


@pytest.mark.parametrize("code", ["secret", "nowhere"])
def test_hidden_and_unknown_projects_are_missing_alike(client, code):
    ProjectFactory(code="secret", is_public=False)
    assert client.get(f"/en/p/{code}/").status_code == 404


def test_partner_that_left_says_until_when(client, project):
    project.partners.update(left_on=date(2018, 5, 2))
    assert "School oak (Coordinator until 2 May 2018)" in client.get("/en/p/oak/").content.decode()


def test_page_names_its_twins_in_complete_languages_only(client, project, settings):
    settings.SITE_URL = "https://joint.example.org"
    page = client.get("/pl/p/oak/").content.decode()
    twins = [part.split('"')[0:3:2] for part in page.split('rel="alternate" hreflang="')[1:]]
    assert twins == [
        ["en", "https://joint.example.org/en/p/oak/"],
        ["es", "https://joint.example.org/es/p/oak/"],
        ["x-default", "https://joint.example.org/en/p/oak/"],
    ]
    assert '<link rel="canonical" href="https://joint.example.org/en/p/oak/">' in page


def test_root_leads_to_the_home_in_the_reader_s_language(client):
    answer = client.get("/", headers={"Accept-Language": "es"})
    assert (answer.status_code, answer["Location"]) == (302, "/es/")
