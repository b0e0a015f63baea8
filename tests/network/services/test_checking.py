import pytest
from django.core.management import CommandError, call_command

from network.models import Participation, TallyDelta
from network.services.checking import full_count, kept_count, rebuild
from tests.factories import ParticipationFactory, PartnerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    """Two verified heads of which the figures know nothing yet: as if written past the services."""
    partner = PartnerFactory()
    for _ in range(2):
        ParticipationFactory(partner=partner, project=partner.project, state="verified")
    return partner.project


def test_rebuild_counts_anew(project):
    before = kept_count(project)
    rebuild(project)
    assert (sum(before.values()), kept_count(project)) == (0, full_count(project))


def test_check_counts_names_what_differs_and_repairs(project):
    with pytest.raises(CommandError, match="1 project"):
        call_command("check_counts")
    call_command("check_counts", "--repair")
    call_command("check_counts")
    assert (Participation.objects.count(), TallyDelta.objects.exists()) == (2, True)
