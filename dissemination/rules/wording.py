"""When something is, in words: on the clocks of its own place, which are named."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def zone_name(moment: datetime) -> str:
    """The name of the clocks on that day in the reader's language: "Central European Standard Time"."""
    from babel.dates import get_timezone_name  # large, and most pages name no clock

    return str(get_timezone_name(moment, locale=(get_language() or "en")[:2]))


def when(starts: datetime, ends: datetime) -> str:
    """`starts` and `ends` stand in the zone to be named."""
    words = {"day": date_format(starts), "from": time_format(starts), "to": time_format(ends)}
    if starts.date() == ends.date():
        return _("%(day)s, %(from)s–%(to)s (%(zone)s)") % {**words, "zone": zone_name(starts)}
    words["last"] = date_format(ends)
    return _("%(day)s, %(from)s – %(last)s, %(to)s (%(zone)s)") % {**words, "zone": zone_name(starts)}
