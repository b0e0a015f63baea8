import pytest
from defusedxml import ElementTree
from django.conf import settings

from tests.factories import ProjectFactory
from tests.impact_study.published import published_study

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_sitemap_names_public_pages_in_complete_languages_with_their_twins(client):
    ProjectFactory(code="oak")
    ProjectFactory(code="secret", is_public=False)

    map_ = ElementTree.fromstring(client.get("/sitemap.xml").content)

    addresses = [each.text.removeprefix(settings.SITE_URL) for each in map_.iterfind(".//s:loc", NAMES)]
    projects = [address for address in addresses if "/p/" in address]
    assert projects == ["/en/p/", "/es/p/", "/en/p/oak/", "/es/p/oak/"]
    twins = map_.iterfind("s:url[1]/x:link", NAMES)
    assert [twin.get("hreflang") for twin in twins] == ["en", "es", "x-default"]


def test_sitemap_costs_four_statements(client, django_assert_num_queries):
    ProjectFactory.create_batch(3)
    with django_assert_num_queries(4):
        client.get("/sitemap.xml")


def test_sitemap_names_stories_that_may_be_told(client, project):
    story = project.experiences.get()
    assert f"/es/p/oak/stories/{story.pk}/</loc>" in client.get("/sitemap.xml").content.decode()


def test_sitemap_names_a_published_study_once_a_language(client):
    edition, *_rest = published_study()
    place = f"/p/{edition.study.project.code}/study/{edition.study.code}/</loc>"
    told = client.get("/sitemap.xml").content.decode()
    assert [told.count(f"/{language}{place}") for language in ("en", "es")] == [1, 1]


def test_robots_are_told_where_the_map_is_and_what_is_behind_the_door(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines
    assert "Disallow: /*/projects/" in lines


def test_manifest_and_icon_are_there(client):
    manifest = client.get("/manifest.webmanifest")
    assert (manifest["Content-Type"], manifest.json()["start_url"]) == ("application/manifest+json", "/")
    assert client.get("/favicon.ico")["Location"] == manifest.json()["icons"][0]["src"]
