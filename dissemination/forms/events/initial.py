"""An event as its own form shows it."""

from __future__ import annotations

from typing import Any

from dissemination.forms.events.fields import COLUMNS, MOMENTS, WORDS
from dissemination.models import Event


def initial_of(event: Event) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(event, name) for name in COLUMNS}
    for name in MOMENTS:
        moment = getattr(event, name)
        found[name] = moment.astimezone(event.zone).replace(tzinfo=None) if moment else None
    for word in WORDS:
        found |= {f"{word}_{code}": text for code, text in getattr(event, word).items()}
    found |= {f"seats_{seats.mode}": seats.capacity for seats in event.seats.all()}
    found |= {f"share_{share.partner_id}": share.seats for share in event.shares.all()}
    found["co_organisers"], found["results"] = event.co_organisers.all(), event.results.all()
    found["seen"] = event.changed_at.isoformat()
    return found
