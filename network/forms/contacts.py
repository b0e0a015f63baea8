"""What people type about talks with organisations and about how they stand to a project."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import DayInput, ProblemsMixin
from network.enums import ContactWay
from network.forms.partner_choice import PartnerChoice
from network.models import Membership, Organisation, Person, Project
from network.scope import Asker

FIGURES = [(figure, str(figure)) for figure in range(1, 6)]


class ContactForm(ProblemsMixin, forms.Form):
    partner = PartnerChoice()
    person = forms.ModelChoiceField(
        Person.objects.none(), label=_("With whom"), required=False, help_text=_("People known to work there.")
    )
    way = forms.ChoiceField(label=_("How"), choices=ContactWay)
    held_on = forms.DateField(label=_("When"), widget=DayInput())
    note = forms.CharField(
        label=_("What was said"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    next_step = forms.CharField(label=_("Next step"), required=False, max_length=200)
    next_on = forms.DateField(
        label=_("Until"), required=False, widget=DayInput(), help_text=_("With a day it becomes a task.")
    )
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("Who does it"), required=False, empty_label=_("I do it myself")
    )

    def __init__(self, *args: Any, project: Project, organisation: Organisation, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        members = Membership.objects.in_project(project).in_force(on=today).values("user")
        people = Person.objects.visible_to(user).canonical().filter(affiliations__organisation=organisation)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self.fields["person"].queryset = people.distinct()  # type: ignore[attr-defined]
        colleagues = User.objects.filter(pk__in=members, is_active=True).exclude(pk=user.pk or 0)
        self.fields["owner"].queryset = colleagues.order_by("name", "email")  # type: ignore[attr-defined]
        self.fields["held_on"].initial = today


class RatingForm(ProblemsMixin, forms.Form):
    importance = forms.TypedChoiceField(
        label=_("Importance for the project"), choices=FIGURES, coerce=int, widget=forms.RadioSelect,
        help_text=_("1: little, 5: nothing goes without it."),
    )  # fmt: skip
    interest = forms.TypedChoiceField(
        label=_("Interest in the project"), choices=FIGURES, coerce=int, widget=forms.RadioSelect,
        help_text=_("1: none, 5: it asks by itself."),
    )  # fmt: skip
