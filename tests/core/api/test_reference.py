from __future__ import annotations

import pytest
from django.core.management import call_command

from core.api.reference import described


def test_description_is_made_without_a_warning(tmp_path):
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "schema.yml"))


@pytest.mark.django_db
def test_reference_lists_every_operation_without_script(client):
    page = client.get("/api/v1/").content.decode()
    operations = [operation for group in described()["groups"] for operation in group["operations"]]
    assert len(operations) >= 35
    assert [operation["path"] for operation in operations if f'id="{operation["slug"]}"' not in page] == []
    assert "<style" not in page


@pytest.mark.django_db
def test_unknown_address_is_told_to_programs_in_their_shape(client):
    answer = client.get("/api/v1/unknown/")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["problems"] == []
