"""What is typed at the door."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from dissemination.models import Event
from dissemination.rules.guests import Guest
from dissemination.services.categories import guest_categories
from network.countries import choices
from network.enums import Mode
from network.models import Category


class WalkInForm(ProblemsMixin, forms.Form):
    """Somebody without a ticket; what is missing can be completed later."""

    name = forms.CharField(label=_("Name"), max_length=300)
    organisation_name = forms.CharField(label=_("Organisation"), max_length=300, required=False)
    country = forms.ChoiceField(label=_("Country of the organisation"), required=False)
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254)
    function = forms.CharField(label=_("Function"), max_length=200, required=False)
    category = forms.ModelChoiceField(Category.objects.none(), label=_("Comes as"), required=False)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = (get_language() or "en")[:2]
        self.fields["country"].choices = [("", ""), *choices(self.language)]  # type: ignore[attr-defined]
        self.fields["country"].initial = event.country
        known = [category.pk for category in guest_categories(event.project)]
        self.fields["category"].queryset = Category.objects.filter(pk__in=known)  # type: ignore[attr-defined]
        self.fields["key"].initial = uuid.uuid4().hex

    def guest(self) -> Guest:
        told = self.cleaned_data
        category = told["category"]
        return Guest(
            name=" ".join(told["name"].split()), organisation_name=told["organisation_name"], country=told["country"],
            email=told["email"], function=told["function"], category_id=category.pk if category else None,
            mode=Mode.ON_SITE, language=self.language,
        )  # fmt: skip
