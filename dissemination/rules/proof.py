"""What an Agency asks for after an event, and what of it is still missing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dissemination.enums import EventKind, EventMode, FileKind

MEETINGS = (EventKind.PROJECT_MEETING, EventKind.STAKEHOLDER_MEETING)
# Whoever travels to these shows at home that they were there.
CERTIFIED = (EventKind.PROJECT_MEETING, EventKind.TRAINING)


@dataclass(frozen=True)
class Demand:
    """One thing to be proved: whether it is there, and what to do."""

    code: str
    name: str
    is_there: bool
    help: str = ""


def demands(
    *, kind: str, mode: str, is_held: bool, kinds: Collection[str], has_programme: bool, has_signed_list: bool,
    unsigned: int, without_address: int, has_result: bool, uncertified: int, survey_failure: str | None = None,
) -> list[Demand]:  # fmt: skip
    """On site a signed list, virtually a signed declaration with proof of the event; agenda and handouts always.

    A multiplier event also names its result, a meeting has minutes, who travels gets a certificate.
    """
    found = [
        Demand("held", _("Marked as held"), is_held, _("Say on the event's page that it took place.")),
        Demand("agenda", _("Detailed agenda"), has_programme or FileKind.AGENDA in kinds,
               _("Write the programme, or add the agenda as a file.")),
    ]  # fmt: skip
    if mode != EventMode.VIRTUAL:
        found += [
            Demand("signed_list", _("Signed list"), has_signed_list, _("Print the list, let it be signed, scan it.")),
            Demand("signatures", _("A signature of everybody who was there"), has_signed_list and not unsigned,
                   _("%(unsigned)d people were seen and have not signed.") % {"unsigned": unsigned}),
        ]  # fmt: skip
    if mode != EventMode.ON_SITE:
        found += [
            Demand("declaration", _("Declaration signed by the organiser"), FileKind.DECLARATION in kinds,
                   _("With the names of everybody who took part virtually.")),
            Demand("screenshot", _("Proof that the virtual event took place"), FileKind.SCREENSHOT in kinds,
                   _("A picture of the room, or the log of the platform.")),
        ]  # fmt: skip
    if kind == EventKind.MULTIPLIER_EVENT:
        found.append(Demand("result", _("Result of the project that it presents"), has_result,
                            _("Choose the result on the event's page: without one nothing is paid.")))  # fmt: skip
    if kind in MEETINGS:
        found.append(Demand("minutes", _("Minutes"), FileKind.MINUTES in kinds, _("Add the minutes as a file.")))
    if kind in CERTIFIED:
        found.append(Demand("certificates", _("Certificate of attendance of everybody who was there"), not uncertified,
                            _("%(missing)d people who were there have none.") % {"missing": uncertified}))  # fmt: skip
    if survey_failure is not None:
        found.append(Demand("survey", _("Address of the satisfaction survey"), not survey_failure,
                            _("It does not answer (%(failure)s), so nobody was asked. Write the right address.")
                            % {"failure": survey_failure}))  # fmt: skip
    return [
        *found,
        Demand("address", _("Name and address of each sending organisation"), not without_address,
               _("%(missing)d people have no organisation or no address of it.") % {"missing": without_address}),
        Demand("handouts", _("Documents used or handed out"),
               FileKind.HANDOUT in kinds or FileKind.PRESENTATION in kinds, _("Add presentations and handouts.")),
    ]  # fmt: skip
