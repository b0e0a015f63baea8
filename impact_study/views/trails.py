"""Where one is on the pages of the impact study."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from impact_study.models import Instrument, InstrumentVersion, Study
from network.models import Project

type Place = Study | Instrument | InstrumentVersion | tuple[str, str]


def trail(project: Project, *places: Place) -> list[tuple[str, str]]:
    """The way down to a page; studies and questionnaires bring their list along."""
    found = [(str(project), project.get_absolute_url())]
    for place in places:
        if isinstance(place, Study):
            found.append((_("Studies"), reverse("impact_study:study_list", args=[project.code])))
        if isinstance(place, Instrument):
            found.append((_("Questionnaires"), reverse("impact_study:instrument_list", args=[project.code])))
        found.append(_step(place))
    return found


def _step(place: Place) -> tuple[str, str]:
    if isinstance(place, tuple):
        return place
    if isinstance(place, InstrumentVersion):
        return _("Version %(number)d") % {"number": place.number}, place.get_absolute_url()
    return str(place), place.get_absolute_url()
