"""Ways into a wave, cards, and whom to invite."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import ProblemsMixin
from impact_study.enums import ChannelKind
from impact_study.models import Channel, Wave
from impact_study.services.cards import MOST_CARDS
from impact_study.services.invitations import people_to_ask
from network.models import Partner, Person


def languages_of(wave: Wave) -> list[tuple[str, Any]]:
    return [(code, name) for code, name in settings.LANGUAGES if code in wave.version.languages]


class ChannelForm(ProblemsMixin, forms.Form):
    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Partner"))
    kind = forms.ChoiceField(label=_("Kind"), choices=ChannelKind)
    language = forms.ChoiceField(
        label=_("Language"), required=False, help_text=_("Leave it open, and the browser's own language decides.")
    )
    limit = forms.IntegerField(label=_("At most so many answers"), required=False, min_value=1, max_value=1_000_000)

    def __init__(self, *args: Any, wave: Wave, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = wave.project.partners.select_related("organisation", "project")
        own = [partner.pk for partner in rows if user.has_perm("network.write_for_partner", partner)]
        self.fields["partner"].queryset = rows.filter(pk__in=own)  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", "—"), *languages_of(wave)]  # type: ignore[attr-defined]


class CardsForm(ProblemsMixin, forms.Form):
    cards = forms.IntegerField(label=_("How many cards"), min_value=1, max_value=MOST_CARDS, initial=24)
    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages_of(channel.wave)  # type: ignore[attr-defined]


class InvitationForm(ProblemsMixin, forms.Form):
    people = forms.ModelMultipleChoiceField(Person.objects.none(), label=_("People of the partner"), required=False)
    addresses = forms.CharField(
        label=_("Addresses"), required=False, max_length=200_000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One a line; a language and a country may follow, as in “ana@example.org es ES”."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of addresses without one"))

    def __init__(self, *args: Any, channel: Channel, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = people_to_ask(channel, user)  # type: ignore[attr-defined]
        self.fields["language"].choices = languages_of(channel.wave)  # type: ignore[attr-defined]
