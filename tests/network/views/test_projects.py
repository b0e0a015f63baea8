from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from network.enums import Role
from network.models import Membership, Project, Target
from tests.factories import CategoryFactory, PartnerFactory, ProjectFactory, TargetFactory, UserFactory

pytestmark = pytest.mark.django_db

NO_ROWS = {"partners-TOTAL_FORMS": 2, "partners-INITIAL_FORMS": 0}


@pytest.fixture
def project():
    return ProjectFactory(starts_on=None, ends_on=None)


@pytest.fixture
def coordinator(client, project):
    user = UserFactory(role=Role.COORDINATOR, project=project)
    client.force_login(user)
    return user


def text(response):
    return response.content.decode()


def test_project_page_says_what_is_not_known(client, project, coordinator):
    PartnerFactory(project=project, organisation__name="", organisation__country="BE")
    shown = text(client.get(f"/en/projects/{project.code}/"))
    assert (shown.count("not known yet"), "Name not known" in shown, "Belgium" in shown) == (4, True, True)


def test_own_projects_are_listed_with_the_roles(client, project, coordinator):
    foreign = ProjectFactory()
    shown = text(client.get("/en/projects/"))
    assert (str(project) in shown, "Coordinator" in shown, str(foreign) in shown) == (True, True, False)


def test_form_creates_a_project_with_partners_and_targets(client, coordinator):
    words = {
        "code": "fresh", "title": "A fresh project", "starts_on": "2026-01-01", "languages": ["en", "es"],
        "target_students": "50", **NO_ROWS,
        "partners-0-name": "", "partners-0-country": "BE", "partners-0-kind": "other", "partners-0-role": "coordinator",
        "partners-1-kind": "vet_provider", "partners-1-role": "partner",
    }  # fmt: skip
    assert client.post("/en/projects/new/", words).url == "/en/projects/fresh/"
    created = Project.objects.get(code="fresh")
    assert [partner.label for partner in created.partners.all()] == ["P1 · BE"]
    assert list(Target.objects.in_project(created).values_list("category__code", "heads")) == [("students", 50)]
    assert Membership.objects.get(project=created).user == coordinator


def test_form_is_there_to_be_filled_in(client, coordinator):
    assert client.get("/en/projects/new/").status_code == 200


def test_form_shows_what_the_service_found(client, project, coordinator):
    words = {"code": project.code, "title": "Twice", "languages": ["en"], **NO_ROWS, "partners-TOTAL_FORMS": 0}
    response = client.post("/en/projects/new/", words)
    assert (response.status_code, "another project has this code" in text(response)) == (422, True)


def test_file_creates_the_project_it_describes(client, coordinator):
    file = Path(settings.BASE_DIR) / "data" / "projects" / "qqvet.yaml"
    response = client.post("/en/projects/new/file/", {"file": SimpleUploadedFile(file.name, file.read_bytes())})
    assert response.url == "/en/projects/qqvet/"


def test_file_with_mistakes_is_refused_with_all_of_them(client, coordinator):
    response = client.post("/en/projects/new/file/", {"file": SimpleUploadedFile("a.yaml", b"grant: much")})
    assert (response.status_code, len(response.context["form"].non_field_errors())) == (422, 3)


def test_project_keeps_its_other_languages_when_its_facts_change(client, project, coordinator):
    client.post(f"/en/projects/{project.code}/edit/", {"title": "New title", "languages": ["en"], "call_year": "2018"})
    project.refresh_from_db()
    assert (project.title["en"], project.title["es"][:8], project.call_year) == ("New title", "Proyecto", 2018)


def test_target_page_shows_sum_stated_total_and_history(client, project, coordinator):
    category = CategoryFactory(project=project, stated_total=300)
    partner = PartnerFactory(project=project)
    TargetFactory(partner=partner, category=category, heads=250)
    words = {
        "partner": partner.pk, "category": category.pk, "heads": 280, "valid_from": "2018-07-01", "reason": "Moved here",
    }  # fmt: skip
    assert client.post(f"/en/projects/{project.code}/targets/new/", words).status_code == 302
    response = client.get(f"/en/projects/{project.code}/targets/")
    row = response.context["rows"][0]
    assert (row.total, row.stated, row.difference, "Moved here" in text(response)) == (280, 300, -20, True)


def test_partner_is_changed_on_its_page(client, project, coordinator):
    partner = PartnerFactory(project=project, number=5)
    words = {"number": 5, "role": "partner", "left_on": "2018-06-30", "budget_share": "20560"}
    assert client.post(f"/en/projects/{project.code}/partners/{partner.pk}/edit/", words).status_code == 302
    assert "This partner left on" in text(client.get(f"/en/projects/{project.code}/partners/{partner.pk}/"))
