from datetime import UTC, datetime

import pytest
from django.urls import reverse

from impact_study.enums import StudyState, WaveKind
from impact_study.models import Study, Wave
from network.enums import Role
from tests.factories import PartnerFactory, ProjectFactory, UserFactory
from tests.factories.impact_study import StudyFactory, VersionFactory, WaveFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    return ProjectFactory()


@pytest.fixture
def coordinator(client, project):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=project))
    return client


def test_study_is_written_down_with_its_promises(coordinator, project):
    typed = {
        "code": "io1", "title_en": "What work teaches", "design": "pre_post", "linkage": "code",
        "anonymity": "anonymous", "minimum_group": "5", "languages": ["en", "es"], "base_language": "en",
        "time_zone": "Europe/Madrid",
    }  # fmt: skip
    answer = coordinator.post(reverse("impact_study:study_add", args=[project.code]), typed)
    study = Study.objects.get()
    assert (answer.status_code, answer.url) == (302, study.get_absolute_url())
    assert (study.title, study.languages) == ({"en": "What work teaches"}, ["en", "es"])
    page = coordinator.get(study.get_absolute_url()).content.decode()
    assert "no address of a machine" in page
    assert "Add the first wave" in page


def test_study_with_minors_needs_larger_groups(coordinator, project):
    typed = {"has_minors": "on", "minimum_group": "5"}
    page = coordinator.post(reverse("impact_study:study_add", args=[project.code]), typed)
    assert page.status_code == 422
    assert "at least 10" in page.content.decode()


def test_study_page_offers_the_looking_back_form_where_nobody_was_asked_before(coordinator, project):
    wave = WaveFactory(study__project=project, kind=WaveKind.POST)
    page = coordinator.get(wave.study.get_absolute_url()).content.decode()
    assert "kind=retro_pre" in page


def test_wave_opens_by_the_clock_of_the_study(coordinator, project):
    study = StudyFactory(project=project, time_zone="Europe/Bucharest")
    version = VersionFactory(instrument__project=project)
    partner = PartnerFactory(project=project)
    typed = {
        "group": "student", "kind": "pre", "version": version.pk, "opens_at": "2019-01-10T09:00",
        f"target_{partner.pk}": "50",
    }  # fmt: skip
    answer = coordinator.post(reverse("impact_study:wave_add", args=[project.code, study.pk]), typed)
    assert answer.status_code == 302
    wave = Wave.objects.get()
    assert wave.opens_at == datetime(2019, 1, 10, 7, 0, tzinfo=UTC)
    form = coordinator.get(reverse("impact_study:wave_edit", args=[project.code, wave.pk])).content.decode()
    assert 'value="2019-01-10T09:00"' in form
    assert 'value="50"' in form


def test_closing_says_first_what_it_destroys(coordinator, project):
    study = StudyFactory(project=project)
    url = reverse("impact_study:study_close", args=[project.code, study.pk])
    assert "destroyed" in coordinator.get(url).content.decode()
    coordinator.post(url)
    study.refresh_from_db()
    assert (study.state, study.secret) == (StudyState.CLOSED, "")


@pytest.mark.parametrize("name", ["study_list"])
def test_list_of_studies_asks_as_often_for_three_as_for_one(coordinator, project, name, django_assert_max_num_queries):
    url = reverse(f"impact_study:{name}", args=[project.code])
    WaveFactory(study__project=project)
    with django_assert_max_num_queries(20) as first:
        coordinator.get(url)
    for _more in range(2):
        WaveFactory(study__project=project)
    with django_assert_max_num_queries(len(first)):
        coordinator.get(url)


def test_study_page_asks_as_often_for_three_waves_as_for_one(coordinator, project, django_assert_max_num_queries):
    study = StudyFactory(project=project)
    WaveFactory(study=study)
    with django_assert_max_num_queries(30) as first:
        coordinator.get(study.get_absolute_url())
    for kind in (WaveKind.POST, WaveKind.FOLLOW_UP):
        WaveFactory(study=study, kind=kind)
    with django_assert_max_num_queries(len(first)):
        coordinator.get(study.get_absolute_url())


def test_response_board_tells_the_same_figures_in_page_json_and_sheet(coordinator, project):
    wave = WaveFactory(study__project=project)
    study = wave.study
    names = ("response_board", "response_board_json", "response_board_csv")
    page, data, sheet = (
        coordinator.get(reverse(f"impact_study:{name}", args=[project.code, study.pk])) for name in names
    )
    assert 'hx-trigger="every 20s"' in page.content.decode()
    assert data.json()["total"]["answered"] == 0
    assert b"Student" in b"".join(sheet.streaming_content)
    wrong = coordinator.get(reverse("impact_study:response_board", args=[project.code, study.pk]) + "?wave=x")
    assert wrong.status_code == 404
