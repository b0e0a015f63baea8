from __future__ import annotations

import pytest
from django.urls import reverse

from network.enums import Role
from reports.models import ReportTemplate
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(client, project, template):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=project))
    return reverse("reports:template_edit", args=[project.code, template.code]) + "?words=en"


def typed(client, address, **changes):
    """What the page would send unchanged, with changes."""
    context = client.get(address).context
    data = {"name": context["form"]["name"].value(), "sections-TOTAL_FORMS": "0", "sections-INITIAL_FORMS": "0"}
    rows = context["rows"]
    data |= {rows.management_form.add_prefix(f.name): f.value() for f in rows.management_form}
    for row in rows:
        data |= {field.html_name: field.value() for field in row if field.value() not in (None, False)}
    return {**data, **changes}


def test_a_coordinator_changes_limit_writer_help_and_order_and_adds_a_text(client, project, template, address):
    last = template.sections.count()
    data = typed(
        client, address, **{
            "sections-0-limit": "1200", "sections-0-help": "Short.", "sections-0-place": "95",
            "sections-1-writer": "one_partner", "sections-1-partner_number": "2", "sections-4-remove": "on",
            f"sections-{last}-title": "Lessons learnt", f"sections-{last}-place": "15",
        },
    )  # fmt: skip
    answer = client.post(address, data)
    assert (answer.status_code, answer.url) == (302, reverse("reports:template_list", args=[project.code]))
    changed = ReportTemplate.objects.get(project=project)
    rows = {section.code: section for section in changed.sections.all()}
    assert list(rows)[:4] == ["text-2-1", "implementation", "participation", "experiences"]
    assert "other-results" not in rows
    assert (rows["summary"].limit, rows["summary"].help["en"], rows["summary"].help["es"][:11]) == (
        1200,
        "Short.",
        "Se publica.",
    )
    assert (rows["implementation"].writer, rows["implementation"].partner_number) == ("one_partner", 2)
    assert "Version 2" in client.get(answer.url).content.decode()


def test_problems_stand_beside_their_section(client, project, template, address):
    answer = client.post(
        address, typed(client, address, **{"sections-1-writer": "one_partner", "sections-0-limit": "0"})
    )
    assert answer.status_code == 422
    answer = client.post(address, typed(client, address, **{"sections-1-writer": "one_partner"}))
    assert answer.context["rows"][1].errors == {"partner_number": ["Say which partner writes it."]}
    assert not ReportTemplate.objects.filter(project=project).exists()


def test_only_languages_of_the_project_are_edited(client, address):
    assert client.get(address.replace("words=en", "words=xx")).status_code == 404
