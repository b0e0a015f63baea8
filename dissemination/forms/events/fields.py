"""What an event is asked for, whatever its project."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from dissemination.enums import EventKind, EventMode
from dissemination.forms.events.clocks import ClockField
from dissemination.models import PlannedEvent
from network.forms.partner_choice import PartnerChoice
from network.models import Category, Output, Partner

WORDS = ("title", "description", "access_notes")
COLUMNS = (
    "partner", "kind", "mode", "time_zone", "venue", "address", "country", "online_url", "category",
    "takes_registrations", "confirms_by_hand", "offer_hours", "languages", "planned", "is_listed", "outside_reason",
)  # fmt: skip
MOMENTS = ("starts_at", "ends_at", "registration_opens_at", "registration_closes_at")


class EventFields(forms.Form):
    """The fields that every event has; texts and shares are added by language and partner."""

    partner = PartnerChoice()
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind)
    mode = forms.ChoiceField(label=_("How it is held"), choices=EventMode)
    starts_at = ClockField(label=_("Starts"), help_text=_("On the clocks of the event's own place."))
    ends_at = ClockField(label=_("Ends"))
    time_zone = forms.ChoiceField(label=_("Time zone"))
    venue = forms.CharField(label=_("Venue"), max_length=200, required=False)
    address = forms.CharField(label=_("Address of the venue"), max_length=300, required=False)
    country = forms.ChoiceField(
        label=_("Country"), required=False, help_text=_("Guests are local or international against this country.")
    )
    online_url = forms.URLField(
        label=_("Address of the virtual room"), max_length=500, required=False, assume_scheme="https",
        help_text=_("Only guests with a seat in it are told."),
    )  # fmt: skip
    seats_on_site = forms.IntegerField(
        label=_("Seats on site"), min_value=0, max_value=100_000, required=False, help_text=_("Empty: room for all.")
    )
    seats_virtual = forms.IntegerField(label=_("Virtual seats"), min_value=0, max_value=100_000, required=False)
    registration_opens_at = ClockField(label=_("Registration opens"), required=False)
    registration_closes_at = ClockField(label=_("Registration closes"), required=False)
    takes_registrations = forms.BooleanField(label=_("People register here"), required=False, initial=True)
    confirms_by_hand = forms.BooleanField(label=_("The organiser confirms each registration"), required=False)
    offer_hours = forms.IntegerField(
        label=_("Hours an offered seat is kept"), min_value=1, max_value=720, initial=48,
        help_text=_("Then it goes to whoever waits next."),
    )  # fmt: skip
    category = forms.ModelChoiceField(
        Category.objects.none(), required=False, label=_("Category of who comes, unless they say otherwise")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the event"), choices=settings.LANGUAGES, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    co_organisers = forms.ModelMultipleChoiceField(
        Partner.objects.none(), label=_("Co-organisers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    planned = forms.ModelChoiceField(PlannedEvent.objects.none(), label=_("Planned event"), required=False)
    results = forms.ModelMultipleChoiceField(
        Output.objects.none(), label=_("Results it presents"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_listed = forms.BooleanField(label=_("Shown on the public calendar"), required=False, initial=True)
    outside_reason = forms.CharField(
        label=_("Why outside the project's dates"), max_length=300, required=False,
        help_text=_("Only needed for an event before the project starts or after it ends."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
