"""What organisers type about a part of the programme."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from core.label_fields import LabelFormField
from dissemination.forms.events.clocks import ClockField
from dissemination.models import Event, Session


class SessionForm(ProblemsMixin, forms.Form):
    """One part of the programme, its texts in each language of the project; speakers a line each."""

    starts_at = ClockField(label=_("Starts"))
    ends_at = ClockField(label=_("Ends"))
    room = forms.CharField(label=_("Room"), max_length=100, required=False)
    speakers = forms.CharField(
        label=_("Speakers"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: name; function; organisation"),
    )  # fmt: skip

    def __init__(self, *args: Any, event: Event, session: Session | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages, kept = event.project.languages, session or Session()
        title = LabelFormField(label=_("Title"), languages=languages, kept=kept.title, max_length=200)
        description = LabelFormField(
            label=_("Description"), languages=languages, kept=kept.description, max_length=3000, rows=3, required=False
        )
        self.fields |= {"title": title, "description": description}
        self.order_fields(["title", "starts_at", "ends_at", "room", "description", "speakers"])
