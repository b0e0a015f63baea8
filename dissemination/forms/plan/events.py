"""Events as the plan promises them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput
from dissemination.enums import EventKind
from dissemination.forms.plan.base import PartForm
from dissemination.rules.plan.problems import REMARKABLE_HEADS
from dissemination.services.plan.parts import HEADS
from network.countries import choices as country_choices
from network.forms.partner_choice import PartnerChoice

MOST_HEADS = 1_000_000


class PlannedEventForm(PartForm):
    """The box that confirms an astonishing number of heads stands there when one was typed."""

    partner = PartnerChoice()
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind)
    starts_on = forms.DateField(label=_("Planned from"), widget=DayInput(), required=False)
    ends_on = forms.DateField(label=_("Planned until"), widget=DayInput(), required=False)
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, required=False)
    local_heads = forms.IntegerField(
        label=_("Foreseen local participants"), min_value=0, max_value=MOST_HEADS, initial=0
    )
    international_heads = forms.IntegerField(
        label=_("Foreseen international participants"), min_value=0, max_value=MOST_HEADS, initial=0
    )
    virtual_heads = forms.IntegerField(
        label=_("Foreseen virtual participants"), min_value=0, max_value=MOST_HEADS, initial=0
    )
    heads_confirmed = forms.BooleanField(label=_("So many participants are foreseen indeed"), required=False)
    is_multiplier = forms.BooleanField(label=_("Owed multiplier event"), required=False)
    is_final_conference = forms.BooleanField(label=_("Final international conference"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        heads = (str(self.data.get(name, "")).strip() for name in HEADS)
        if not any(number.isdecimal() and int(number) > REMARKABLE_HEADS for number in heads):
            del self.fields["heads_confirmed"]
