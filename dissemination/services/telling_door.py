"""What the screen at the door says of a scan."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dissemination.enums import AttendanceOutcome
from dissemination.models import Event
from dissemination.services.check_in import Taken

TONES = {
    AttendanceOutcome.COUNTED: "ok",
    AttendanceOutcome.REPEATED: "warn",
    AttendanceOutcome.TO_CONFIRM: "warn",
    AttendanceOutcome.REFUSED: "bad",
}


@dataclass(frozen=True)
class Told:
    nonce: str
    outcome: str
    tone: str
    text: str

    def as_dict(self) -> dict[str, str]:
        return {"nonce": self.nonce, "outcome": self.outcome, "tone": self.tone, "text": self.text}


def told(taken: Taken, event: Event) -> Told:
    if taken.guest is None or taken.row is None:
        return Told(taken.nonce, "unknown", "bad", _("No ticket of this event. Search by name, or take in a walk-in."))
    outcome = AttendanceOutcome(taken.row.outcome)
    words = {
        "name": taken.guest.name,
        "state": taken.guest.get_state_display(),
        "time": date_format(taken.row.scanned_at.astimezone(event.zone), "TIME_FORMAT"),
    }
    return Told(taken.nonce, outcome, TONES[outcome], sentence(outcome, taken.row.why) % words)


def sentence(outcome: AttendanceOutcome, why: str) -> str:
    if outcome == AttendanceOutcome.COUNTED:
        return _("%(name)s is there (%(time)s).")
    if outcome == AttendanceOutcome.REPEATED:
        return _("%(name)s was checked in before.")
    if outcome == AttendanceOutcome.REFUSED:
        return _("Refused: %(name)s. Registration: %(state)s.")
    return REASONS.get(why, lambda: _("%(name)s: registration “%(state)s”. Please confirm later."))()


REASONS = {
    "before": lambda: _("%(name)s: the event is on another day. Kept, to be confirmed."),
    "after": lambda: _("%(name)s: the event is over. Kept, to be confirmed."),
    "clock": lambda: _("%(name)s: the clock of this device is ahead. Kept, to be confirmed."),
    "event": lambda: _("%(name)s: the event is not open. Kept, to be confirmed."),
}
