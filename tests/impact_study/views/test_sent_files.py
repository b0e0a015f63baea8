import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from core.models import AuditEntry
from impact_study.models import SentFile
from network.enums import Role
from tests.factories import MembershipFactory, UserFactory
from tests.factories.impact_study import SentFileFactory, StudyFactory, WaveFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    return SentFileFactory(name="mi plan.pdf")


@pytest.fixture
def as_role(client, sent):
    def enter(role):
        user = UserFactory()
        MembershipFactory(user=user, project=sent.project, role=role, partner=None)
        client.force_login(user)
        return client

    return enter


def address(sent):
    return reverse("impact_study:sent_file", args=[sent.project.code, sent.pk])


def test_a_file_is_opened_by_a_coordinator_and_each_opening_is_written_down(as_role, sent):
    page = as_role(Role.COORDINATOR).get(address(sent))

    assert b"".join(page.streaming_content) == b"%PDF-1.7"
    assert page.headers["Content-Disposition"] == 'attachment; filename="mi plan.pdf"'
    assert page.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    entry = AuditEntry.objects.get(action="impact_study.file.opened")
    assert (entry.target_id, entry.detail) == (str(sent.pk), {})


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.READER])
def test_nobody_else_opens_a_file_or_reads_its_name(as_role, sent, role):
    client = as_role(role)
    listed = reverse("impact_study:sent_file_list", args=[sent.project.code, sent.wave.study_id])

    assert [client.get(address(sent)).status_code, client.get(listed).status_code] == [403, 403]
    assert not AuditEntry.objects.filter(action="impact_study.file.opened").exists()


def test_a_file_that_was_not_sent_to_the_end_is_nobodys_but_the_respondents(as_role, sent):
    SentFile.objects.update(response=None, expires_at="2999-01-01T00:00Z")

    assert as_role(Role.COORDINATOR).get(address(sent)).status_code == 404


def test_a_file_of_another_project_is_not_there(as_role, sent):
    other = SentFileFactory()
    client = as_role(Role.COORDINATOR)

    foreign = reverse("impact_study:sent_file", args=[sent.project.code, other.pk])

    assert [client.get(foreign).status_code, client.get(address(other)).status_code] == [404, 404]


def test_a_file_that_is_lost_is_not_there(as_role, sent):
    default_storage.delete(sent.file)

    assert as_role(Role.COORDINATOR).get(address(sent)).status_code == 404


def test_the_list_names_files_and_asks_as_often_for_three_as_for_one(as_role, sent, django_assert_max_num_queries):
    client, study = as_role(Role.COORDINATOR), sent.wave.study
    listed = reverse("impact_study:sent_file_list", args=[study.project.code, study.pk])
    client.get(listed)
    with django_assert_max_num_queries(40) as once:
        page = client.get(listed)
    assert "mi plan.pdf" in page.content.decode()
    SentFileFactory.create_batch(2, wave=sent.wave)

    with django_assert_max_num_queries(len(once)):
        page = client.get(listed)

    assert len(page.context["page"].object_list) == 3


def test_who_takes_answers_out_is_led_to_the_files(as_role, sent):
    study = sent.wave.study
    export = reverse("impact_study:export_new", args=[study.project.code, study.pk])
    page = as_role(Role.COORDINATOR).get(export).content.decode()

    assert "1 file was sent as an answer. It is in no export" in page
    assert reverse("impact_study:sent_file_list", args=[study.project.code, study.pk]) in page


def test_a_study_without_files_says_so(as_role, sent):
    study = WaveFactory(study=StudyFactory(project=sent.project)).study
    page = as_role(Role.COORDINATOR).get(reverse("impact_study:sent_file_list", args=[study.project.code, study.pk]))

    assert "No answer has a file." in page.content.decode()
