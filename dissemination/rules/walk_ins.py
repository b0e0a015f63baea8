"""Who came without a ticket while a device at the door had no connection, as the device sends them later."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from dissemination.rules.guests import LONGEST, Guest


@dataclass(frozen=True)
class WalkIn:
    """One person with the moment of coming; the nonce makes it one however often it is sent."""

    nonce: str
    guest: Guest
    seen_at: datetime


def read_walk_ins(told: Any, *, country: str, language: str) -> tuple[list[WalkIn], list[str]]:
    """The people of a message, and the nonces of those that cannot be read."""
    found, unread = [], []
    for each in told if isinstance(told, list) else []:
        nonce = str(each.get("nonce", "")) if isinstance(each, dict) else ""
        try:
            found.append(WalkIn(nonce, _guest(each, country, language), _moment(nonce, each)))
        except (KeyError, TypeError, ValueError):
            unread.append(nonce)
    return found, unread


def _guest(each: dict[str, Any], country: str, language: str) -> Guest:
    said = {name: " ".join(str(each.get(name, "")).split()) for name in ("name", "organisation", "email")}
    name, organisation = said["name"][: LONGEST["name"]], said["organisation"][: LONGEST["organisation_name"]]
    if not name:
        raise ValueError
    return Guest(
        name=name, organisation_name=organisation, email=_address(said["email"]), country=country, language=language
    )


def _address(typed: str) -> str:
    """Nobody is asked again: who wrote no address that mail can reach has come all the same."""
    with suppress(ValidationError):
        validate_email(typed)
        return typed
    return ""


def _moment(nonce: str, each: dict[str, Any]) -> datetime:
    seen_at = datetime.fromisoformat(each["at"])
    if not 0 < len(nonce) <= 64 or seen_at.tzinfo is None:
        raise ValueError
    return seen_at
