"""What people type about a person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.countries import choices as country_choices
from network.enums import ConsentPurpose
from network.forms.days import DaysInOrder
from network.forms.finding import Finder
from network.forms.partner_choice import writable_partners
from network.models import Affiliation, Organisation, Partner, Person, Project
from network.rules.contacts import read_phone
from network.scope import Asker


class PersonForm(ProblemsMixin, forms.ModelForm):
    """One name field suffices. `seen` is the state of the record the editor started from."""

    emails = forms.CharField(
        label=_("E-mail addresses"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One per line."),
    )  # fmt: skip
    country = forms.ChoiceField(label=_("Country"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    partners = forms.ModelMultipleChoiceField(
        Partner.objects.none(), label=_("Partners that know this person"), widget=forms.CheckboxSelectMultiple
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Person
        fields = [
            "given_name", "family_name", "emails", "phone", "country", "language", "birth_year", "gender",
            "fewer_opportunities", "is_minor", "guardian_contact", "do_not_contact", "partners",
        ]  # fmt: skip
        help_texts = {
            "birth_year": _("The year is enough; no full date of birth is kept."),
            "guardian_contact": _("Needed for minors: name and telephone or e-mail of a parent or guardian."),
            "fewer_opportunities": _("Yes or no only, never the reason."),
        }

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = writable_partners(project, user)
        own = Partner.objects.filter(pk__in=allowed).select_related("organisation")
        self.fields["partners"].queryset = own  # type: ignore[attr-defined]
        self.fields["country"].choices = [("", _("Not known")), *country_choices()]  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", _("Not known")), *settings.LANGUAGES]  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["emails"] = "\n".join(self.instance.emails.values_list("address", flat=True))
            self.initial["seen"] = self.instance.changed_at.isoformat()
        elif len(allowed) == 1:
            self.initial["partners"] = allowed

    def clean_emails(self) -> list[str]:
        addresses = list(dict.fromkeys(line.strip() for line in self.cleaned_data["emails"].split() if line.strip()))
        for address in addresses:
            try:
                validate_email(address)
            except ValidationError as wrong:
                raise ValidationError(
                    _now("“%(address)s” is not an e-mail address."), params={"address": address}
                ) from wrong
        return addresses

    def clean_birth_year(self) -> int | None:
        year = self.cleaned_data["birth_year"]
        this_year = timezone.localdate().year
        if year and not this_year - 110 <= year <= this_year:
            raise ValidationError(_now("Write the year with four digits."))
        return year

    def clean_phone(self) -> str:
        """The international form where it can be made; without a country it must begin with a plus."""
        typed = self.cleaned_data["phone"]
        if not typed:
            return ""
        read = read_phone(typed, country=self.data.get("country", ""))
        if not read:
            raise ValidationError(_now("Write the number with its country code, for example +34 600 000 000."))
        return read

    def facts(self) -> dict[str, Any]:
        """What was typed, as the service takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class AffiliationForm(ProblemsMixin, DaysInOrder):
    organisation = Finder(label=_("Organisation"))

    class Meta:
        model = Affiliation
        fields = ["organisation", "function", "starts_on", "ends_on"]
        widgets = {"starts_on": DayInput(), "ends_on": DayInput()}

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.in_project(project).canonical()
        self.fields["organisation"].among(rows)  # type: ignore[attr-defined]


class ConsentForm(ProblemsMixin, forms.Form):
    """A yes that was given on paper, by mail or by word."""

    purpose = forms.ChoiceField(label=_("Purpose"), choices=ConsentPurpose)
    given_on = forms.DateField(label=_("Given on"), widget=DayInput())
    how = forms.CharField(
        label=_("How it was given"), max_length=200, help_text=_("For example: signed form on paper.")
    )
    text_version = forms.CharField(label=_("Version of the text"), max_length=40)
    by_guardian = forms.BooleanField(label=_("Given by the guardian"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("given_on", timezone.localdate())


class ErasureForm(ProblemsMixin, forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=200, help_text=_("For example: asked for by the person on …"))
    sure = forms.BooleanField(label=_("Yes, remove the name and all contact data. It cannot be taken back."))
