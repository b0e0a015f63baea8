import pytest
from django.urls import reverse

from impact_study.models import Publication
from impact_study.services.publications import mark_of
from tests.factories import UserFactory
from tests.impact_study.services.test_publications import edition_of, run_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    user = UserFactory(is_staff=True)
    client.force_login(user)
    return user


def url(name, thing):
    return reverse(f"impact_study:{name}", args=[thing.study.project.code, thing.pk])


def test_an_edition_goes_from_draft_to_published_on_its_pages(client, staff):
    run = run_of()
    client.post(url("publication_draft", run))
    edition = Publication.objects.get()
    texts = {"foreword": "Dear reader", "context": "", "limits": "", "seen": mark_of(edition)}
    assert client.post(url("publication_edit", edition), texts).status_code == 302
    assert "Dear reader" in client.get(url("publication_edit", edition)).content.decode()
    client.post(url("publication_approve", edition), {"rare_seen": 0, "looked": "on"})
    assert client.post(url("publication_publish", edition)).url.startswith("/en/jobs/")

    edition.refresh_from_db()
    listed = client.get(reverse("impact_study:publication_list", args=[run.study.project.code, run.study.pk]))
    assert (edition.state, edition.texts["foreword"]) == ("published", "Dear reader")
    assert url("publication_edit", edition) in listed.content.decode()
    assert client.get(url("publication_file", edition)).status_code == 404


@pytest.mark.parametrize("approved", [False, True])
def test_a_study_that_is_not_published_does_not_exist_for_strangers(client, approved):
    staff = UserFactory(is_staff=True)
    edition = edition_of(run_of(), staff, approved=approved)
    base = f"/en/p/{edition.study.project.code}/study/{edition.study.code}/"

    assert [client.get(base + rest).status_code for rest in ("", "1/", "1/changes.svg", "1/file.pdf")] == [404] * 4


def test_a_replaced_edition_stays_readable_and_says_so(client, staff):
    run = run_of()
    first = edition_of(run, staff, approved=True)
    client.post(url("publication_publish", first))
    second = edition_of(run_of(run.study, 2), staff, approved=True)
    client.post(url("publication_publish", second))
    client.logout()
    base = f"/en/p/{run.study.project.code}/study/{run.study.code}/"

    old, new, page = (client.get(base + rest).content.decode() for rest in ("1/", "2/", ""))
    assert ["was replaced by a newer one" in each for each in (old, new)] == [True, False]
    assert f'href="{base}1/"' in page
    assert f'href="{base}2/#change.skill"' in page


def published(client, staff, study=None, number=1):
    edition = edition_of(run_of(study, number), staff, approved=True)
    client.post(url("publication_publish", edition))
    edition.refresh_from_db()
    return edition


def test_a_withdrawn_edition_answers_with_the_reason_and_what_to_cite_instead(client, staff):
    edition = published(client, staff)
    assert client.post(url("publication_withdraw", edition), {"reason_en": " "}).status_code == 422
    assert client.post(url("publication_withdraw", edition), {"reason_en": "Read upside down"}).status_code == 302
    assert "Only what is published is withdrawn" in client.post(url("publication_withdraw", edition)).content.decode()
    assert "Read upside down" in client.get(url("publication_edit", edition)).content.decode()
    base = f"/en/p/{edition.study.project.code}/study/{edition.study.code}/"

    client.logout()
    alone = [client.get(base + rest).content.decode() for rest in ("", "1/")]
    assert [("Read upside down" in page, "no newer edition yet" in page) for page in alone] == [(True, True)] * 2
    assert [client.get(base + f"1/{rest}").url for rest in ("file.pdf", "changes.svg")] == [f"{base}1/"] * 2
    assert "change.skill" not in alone[1]

    client.force_login(staff)
    published(client, staff, edition.study, 2)
    client.logout()
    old, page = (client.get(base + rest).content.decode() for rest in ("1/", ""))
    assert "Edition 2, data" in old
    assert "1 (English, withdrawn)" in page


def test_programs_withdraw_an_edition_and_read_that_it_is(client, staff):
    edition = published(client, staff)
    where = f"/api/v1/published-studies/{edition.pk}/"

    told = client.post(f"{where}withdraw/", {"reasons": {"en": "Wrong"}}, content_type="application/json").json()

    assert (told["state"], told["withdrawn_because"]) == ("withdrawn", "Wrong")
    (finding,) = client.get("/api/v1/findings/").json()["results"]
    assert finding["withdrawn_on"] == told["withdrawn_at"][:10]
