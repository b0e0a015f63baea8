from __future__ import annotations

from typing import Protocol

from dissemination.models.event import Event


class HasEvent(Protocol):
    @property
    def event(self) -> Event: ...


class OfEvent:
    """A row that hangs on an event: its project and its organiser are those of the event."""

    @property
    def project_id(self: HasEvent) -> int:
        return self.event.project_id

    @property
    def partner_id(self: HasEvent) -> int:
        return self.event.partner_id
