"""Dissemination's links in the header."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.navigation import Entry, register

register(
    Entry(
        place="more", label=_("Dissemination plan"), url_name="dissemination:plan",
        permission="dissemination.view_plan", per_project=True, order=5, also=("../activities/",),
    )
)  # fmt: skip
register(
    Entry(
        place="more", label=_("Unit costs"), url_name="dissemination:unit_costs",
        permission="dissemination.view_unitcosts", per_project=True, order=7,
    )
)  # fmt: skip
register(Entry(place="public", label=_("Events"), url_name="dissemination:calendar", order=20))
register(
    Entry(
        place="workspace", label=_("Events"), url_name="dissemination:event_list",
        permission="dissemination.view_events", per_project=True, order=55, also=("../sessions/", "../registrations/"),
    )
)  # fmt: skip
register(
    Entry(place="account", label=_("Calendar"), url_name="dissemination:calendar_links", order=30, icon="calendar")
)
