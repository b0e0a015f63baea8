import pytest
from django.urls import reverse

from core import audit
from network.enums import Role
from tests.factories import PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "status"), [(Role.COORDINATOR, 200), (Role.AUDITOR, 200), (Role.MANAGER, 403), (None, 404)]
)
def test_audit_log_is_for_coordinator_and_auditor(client, role, status):
    partner = PartnerFactory()
    audit.record("network.period.locked", target=partner, by=None)
    client.force_login(
        UserFactory(role=role, project=partner.project, partner=partner if role == Role.MANAGER else None)
    )
    assert client.get(reverse("network:audit_log", args=[partner.project.code])).status_code == status
