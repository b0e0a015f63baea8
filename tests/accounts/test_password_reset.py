from __future__ import annotations

import pytest

from core.models import Mail
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

RESET = "/en/accounts/password/reset/"


def test_reset_answers_alike_for_known_and_unknown_addresses(client):
    known = client.post(RESET, {"email": UserFactory().email})
    unknown = client.post(RESET, {"email": "nobody@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert Mail.objects.count() == 1


def test_reset_mail_is_in_the_language_of_the_account_and_links_to_the_settings_address(client, settings):
    settings.SITE_URL = "https://platform.example.org"
    client.post(RESET, {"email": UserFactory(language="es").email}, headers={"host": "localhost"})
    assert "https://platform.example.org/es/accounts/password/reset/key/" in Mail.objects.get().text
