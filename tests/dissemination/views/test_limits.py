"""What one address may register and look up in a while."""

import pytest
import time_machine

from core.limits import CODES
from dissemination.models import Registration
from dissemination.views.registering import REGISTRATIONS
from tests.factories.dissemination import CertificateFactory, EventFactory

pytestmark = pytest.mark.django_db
GUEST = {"name": "Ana Invented", "email": "ana@example.org", "organisation_name": "Invented School", "country": "ES"}


@pytest.fixture(autouse=True)
def at_the_beginning():
    with time_machine.travel("2026-05-04 10:00:01+00:00", tick=False):
        yield


def test_a_registration_that_has_to_wait_keeps_what_was_typed(client):
    event = EventFactory()
    request = client.get("/en/").wsgi_request
    for _ in range(REGISTRATIONS.often):
        REGISTRATIONS.spend(request)

    page = client.post(f"/en/p/{event.project.code}/events/{event.pk}/register/", {**GUEST, "mode": "on_site"})

    assert (page.status_code, page["Retry-After"], Registration.objects.exists()) == (429, "599", False)
    assert all(words in page.content.decode() for words in ("Try again in 10 minutes", 'value="Ana Invented"'))


@pytest.mark.parametrize("below", ["t", "certificates"])
def test_who_guesses_numbers_waits_and_who_knows_one_does_not(client, below):
    serial = CertificateFactory().serial

    assert {client.get(f"/en/certificates/{serial}/").status_code for _ in range(CODES.often + 5)} == {200}
    guessed = [client.get(f"/en/{below}/NO-{number}/") for number in range(CODES.often + 1)]

    assert [each.status_code for each in guessed] == [404] * CODES.often + [429]
    assert client.get(f"/en/certificates/{serial}/").status_code == 429
