from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import CommandError, call_command

from core.problems import ProblemsFound
from network.enums import Role
from network.models import Invitation, Membership, Organisation, Partner, Project, Target
from network.services.projects import create_project, read_project_file
from network.services.targets import target_table
from tests.factories import OrganisationFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db

FILES = Path(settings.BASE_DIR) / "data" / "projects"


def created(name):
    file = FILES / name
    return create_project(read_project_file(file.name, file.read_bytes()), by=None)


def minimal(**more):
    return {"code": "small", "title": {"en": "A small project"}, **more}


def told(found):
    return [str(problem.message) for problem in found.value.problems]


def test_qqvet_file_gives_the_promised_totals_and_no_more_than_is_known():
    project = created("qqvet.yaml")
    partners, rows = target_table(project, on=date(2017, 9, 1))
    assert {row.category.code: (row.total, row.stated, row.difference) for row in rows} == {
        "teachers": (180, 180, 0),
        "students": (300, 300, 0),
        "directors": (30, 30, 0),
        "enterprises": (120, 120, 0),
    }
    assert [partner.organisation.country for partner in partners] == ["ES", "RO", "PT", "IT", "BE", "CZ"]
    assert (str(partners[4]), project.grant, project.number) == ("Name not known", None, "")
    assert dict(project.country_aliases.values_list("alias", "country")) == {"SP": "ES", "CR": "CZ"}


def test_doallvet_file_has_a_grant_and_no_dates():
    project = created("doallvet.yaml")
    shares = dict(project.partners.exclude(budget_share=None).values_list("organisation__short_name", "budget_share"))
    assert (project.starts_on, project.ends_on, project.grant) == (None, None, Decimal(109980))
    assert (shares, project.partners.count()) == ({"Samiedu": Decimal(20560)}, 5)
    assert not Target.objects.exists()


def test_create_project_tells_everything_that_is_wrong_at_once():
    data = {
        "code": "no spaces please",
        "titel": "Misspelt",
        "starts_on": "2019-09-01",
        "ends_on": "2017-08-31",
        "grant": "much",
        "languages": ["en", "xx"],
        "categories": [{"code": "a", "name": {"en": "A"}, "unit": "head"}, {"code": "a", "name": {"en": "B"}}],
        "partners": [{"country": "CR", "targets": {"b": 3}}, {"country": "Spain", "kind": "pub"}],
        "periods": [{"name": "First"}],
    }
    with pytest.raises(ProblemsFound) as found:
        create_project(data, by=None)
    assert [problem.field for problem in found.value.problems] == [
        "code",
        "title",
        "grant",
        "languages",
        "categories[1].unit",
        "partners[2].country",
        "partners[2].kind",
        "periods[1].starts_on",
        "titel",
        "ends_on",
        "categories",
        "partners",
    ]
    assert not Project.objects.exists()


def test_create_project_asks_from_which_day_targets_hold_while_the_start_is_unknown():
    category = {"code": "students", "name": {"en": "Students"}, "target": 50}
    with pytest.raises(ProblemsFound) as found:
        create_project(minimal(categories=[category]), by=None)
    assert [problem.code for problem in found.value.problems] == ["no_day"]
    assert create_project(minimal(categories=[category], targets_from=date(2018, 1, 1)), by=None)


def test_create_project_refuses_a_code_that_is_taken():
    create_project(minimal(), by=None)
    with pytest.raises(ProblemsFound) as found:
        create_project(minimal(), by=None)
    assert told(found) == ["code: another project has this code."]


def test_creator_coordinates_the_project_and_staff_does_not():
    coordinator = UserFactory(role=Role.COORDINATOR, project=ProjectFactory())
    staff = UserFactory(is_staff=True)
    first = create_project(minimal(), by=coordinator)
    create_project(minimal(code="second"), by=staff)
    assert Membership.objects.filter(project=first).get().user == coordinator
    assert not Membership.objects.filter(user=staff).exists()


def test_create_project_takes_the_one_organisation_of_that_name_and_country():
    known = OrganisationFactory(name="Invented School", country="NO")
    OrganisationFactory(name="Invented School", country="SE")
    data = yaml.safe_load("{code: a, title: {en: A}, partners: [{name: Invented School, country: NO}]}")
    create_project(data, by=None)
    assert (Partner.objects.get().organisation, Organisation.objects.count()) == (known, 2)


@pytest.mark.parametrize("content", [b"a: [", b"\xff\xfe\x00", b"just words", b"- a\n- b"])
def test_unreadable_file_is_a_problem_and_no_crash(content):
    with pytest.raises(ProblemsFound):
        create_project(read_project_file("project.yaml", content), by=None)


def test_import_project_invites_a_coordinator_without_an_account(tmp_path, capsys):
    call_command("import_project", FILES / "qqvet.yaml", coordinator="ana@example.org")
    assert (Invitation.objects.get().role, capsys.readouterr().out) == (
        Role.COORDINATOR,
        "Project qqvet is created, with 6 partners. ana@example.org is invited to coordinate it.\n",
    )


def test_import_project_dry_run_writes_nothing(capsys):
    call_command("import_project", FILES / "qqvet.yaml", dry_run=True)
    assert (Project.objects.exists(), "would be created" in capsys.readouterr().out) == (False, True)


def test_import_project_prints_every_problem(tmp_path):
    (tmp_path / "p.yaml").write_text("code: a b\nstarts_on: soon\n")
    with pytest.raises(CommandError, match=r"(?s)code: use letters.*title: is missing.*starts_on: write a day"):
        call_command("import_project", tmp_path / "p.yaml")
