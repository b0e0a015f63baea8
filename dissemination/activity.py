"""How what happens to events is told to colleagues on the workspace home."""

from __future__ import annotations

from django.utils.translation import ngettext_lazy

from core.activity import tell

tell(
    {
        "dissemination.event.created": ngettext_lazy("added %(count)d event", "added %(count)d events", "count"),
        "dissemination.event.published": ngettext_lazy(
            "published %(count)d event", "published %(count)d events", "count"
        ),
        "dissemination.event.postponed": ngettext_lazy(
            "postponed %(count)d event", "postponed %(count)d events", "count"
        ),
        "dissemination.event.cancelled": ngettext_lazy(
            "cancelled %(count)d event", "cancelled %(count)d events", "count"
        ),
        "dissemination.event.held": ngettext_lazy("held %(count)d event", "held %(count)d events", "count"),
    }
)
