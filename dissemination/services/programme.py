"""The programme of an event: its sessions and who speaks at them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from core import audit
from core.problems import stop_on
from dissemination.models import Event, Session, Speaker
from dissemination.rules.events import session_problems


@transaction.atomic
def set_session(
    *, event: Event, session: Session | None, title: Mapping[str, str], description: Mapping[str, str],
    starts_at: datetime, ends_at: datetime, room: str, speakers: str, by: User,
) -> Session:  # fmt: skip
    """Write down a session, or change one. Raises ProblemsFound."""
    stop_on(
        session_problems(
            starts_at=starts_at, ends_at=ends_at, event_starts_at=event.starts_at, event_ends_at=event.ends_at
        )
    )
    facts: dict[str, Any] = {
        "title": dict(title), "description": dict(description), "starts_at": starts_at, "ends_at": ends_at,
        "room": room,
    }  # fmt: skip
    stored = session or Session(event=event)
    for name, value in facts.items():
        setattr(stored, name, value)
    stored.save()
    stored.speakers.set(_speaker(event, line) for line in speakers.splitlines() if line.strip(" ;"))
    _forget_silent(event)
    audit.record("dissemination.session.changed", target=stored, by=by)
    return stored


def _speaker(event: Event, line: str) -> Speaker:
    """`name; function; organisation`: one row however many sessions somebody speaks at."""
    name, function, organisation = ([part.strip() for part in line.split(";")] + ["", "", ""])[:3]
    speaker, _made = Speaker.objects.update_or_create(
        event=event, name=name[:300], defaults={"function": function[:200], "organisation": organisation[:300]}
    )
    return speaker


def _forget_silent(event: Event) -> None:
    event.speakers.filter(sessions=None).delete()


@transaction.atomic
def remove_session(*, session: Session, by: User) -> None:
    event = session.event
    audit.record("dissemination.session.removed", target=session, by=by, was=str(session))
    session.delete()
    _forget_silent(event)
