import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.jobs.running import run
from core.models import Job
from impact_study.models import InstrumentVersion
from network.enums import Role
from tests.factories import ProjectFactory, UserFactory
from tests.impact_study.rules.xlsform.files import xlsx

pytestmark = pytest.mark.django_db

FORM = xlsx(
    survey="type|name|label::English (en)\nselect_one yn|useful|Was it useful?\ngeopoint|place|Where?",
    choices="list_name|name|label::English (en)\nyn|yes|Yes\nyn|no|No",
)


@pytest.fixture
def project():
    return ProjectFactory()


def upload(client, project, content, name="form.xlsx"):
    typed = {"code": "imported", "title_en": "Imported", "group": "student", "base_language": "en"}
    url = reverse("impact_study:instrument_from_file", args=[project.code])
    return client.post(url, {**typed, "file": SimpleUploadedFile(name, content)})


def test_xlsform_becomes_a_questionnaire_with_a_report(client, project):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=project))
    answer = upload(client, project, FORM)
    job = Job.objects.get()
    assert answer.url == job.get_absolute_url()

    run(str(job.pk))

    job.refresh_from_db()
    assert job.problems == []
    version = InstrumentVersion.objects.get()
    assert job.result["version"] == version.pk
    page = client.get(job.result["url"]).content.decode()
    assert "not kept" in page
    assert "place" in page
    assert version.get_absolute_url() in page


def test_report_of_a_form_is_its_importers_alone(client, project):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=project))
    upload(client, project, FORM)
    job = Job.objects.get()
    run(str(job.pk))
    job.refresh_from_db()
    client.force_login(UserFactory(role=Role.COORDINATOR, project=project))
    assert client.get(job.result["url"]).status_code == 404


@pytest.mark.parametrize("content", [b"", b"\x00\x01", xlsx(other="a|b\n1|2")])
def test_file_that_is_no_form_is_told_in_words(client, project, content):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=project))
    answer = upload(client, project, content, name="form.xlsx")
    if answer.status_code == 422:
        return
    job = Job.objects.get()
    run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, bool(job.problems)) == ("failed", True)
    assert not InstrumentVersion.objects.exists()
