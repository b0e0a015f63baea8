"""The addresses that only a guest has: the signed page of a registration, and the ticket's."""

from __future__ import annotations

from uuid import UUID

from django.core import signing
from django.urls import reverse
from django.utils import translation

from core.mail import site_url
from dissemination.models import Registration
from dissemination.rules.tickets import known_token

SALT = "dissemination.registration"


def signed(registration: Registration) -> str:
    """What the address of a registration's own page ends in: nobody can make one up."""
    return signing.Signer(salt=SALT).sign(registration.uid.hex)


def uid_of(token: str) -> UUID | None:
    """The registration that a signed address names, or None for one that was made up or cut."""
    try:
        return UUID(signing.Signer(salt=SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        return None


def own_page(registration: Registration) -> str:
    """In the guest's language, whoever asks."""
    with translation.override(registration.language):
        return site_url(reverse("dissemination:registration_own", args=[signed(registration)]))


def ticket_url(registration: Registration) -> str:
    """What the QR symbol says: letters and digits only, and no word about the guest. "" if the ticket is void."""
    token = known_token(registration.uid, registration.token_hash)
    if not token:
        return ""
    with translation.override(registration.language):
        return site_url(reverse("dissemination:ticket", args=[token]))
