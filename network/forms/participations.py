"""Who took part in an occasion, and putting right what is noted of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.enums import Mode, ParticipationRole, Unit
from network.forms.partner_choice import PartnerChoice, writable_partners
from network.models import Category, Evidence, Organisation, Participation, Partner, Person, Project
from network.rules.names import fold
from network.scope import Asker


class ParticipantsForm(ProblemsMixin, forms.Form):
    """Who was there, out of the people or organisations the partner knows."""

    partner = PartnerChoice()
    category = forms.ModelChoiceField(Category.objects.none(), label=_("Category"))
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=_("People"), required=False, widget=forms.CheckboxSelectMultiple
    )
    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label=_("Organisations"), required=False, widget=forms.CheckboxSelectMultiple
    )
    role = forms.ChoiceField(label=_("Role"), choices=ParticipationRole, initial=ParticipationRole.PARTICIPANT)
    mode = forms.ChoiceField(label=_("Mode"), choices=Mode, initial=Mode.ON_SITE)
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(), label=_("Evidence"), required=False, widget=forms.CheckboxSelectMultiple
    )

    SHOWN = 200

    def __init__(self, *args: Any, project: Project, user: Asker, search: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self.fields["category"].queryset = Category.objects.in_project(project)  # type: ignore[attr-defined]
        people = Person.objects.visible_to(user).in_project(project).canonical()
        organisations = Organisation.objects.in_project(project).canonical()
        self.fields["people"].queryset = people  # type: ignore[attr-defined]
        self.fields["organisations"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["evidence"].queryset = Evidence.objects.visible_to(user).in_project(project)  # type: ignore[attr-defined]
        self._offer(Person.objects.visible_in(project, user).canonical(), organisations, search)

    def _offer(self, people: Any, organisations: Any, search: str) -> None:
        """Show those that match what was searched; the fields accept any that the user may see."""
        if search:
            people = people.filter(name_key__contains=fold(search))
            organisations = organisations.filter(name_key__contains=fold(search))
        offered = {"people": people, "organisations": organisations}
        for name, rows in offered.items():
            self.fields[name].choices = [(row.pk, str(row)) for row in rows[: self.SHOWN]]  # type: ignore[attr-defined]

    def subjects(self) -> list[Any]:
        category = self.cleaned_data["category"]
        chosen = self.cleaned_data["people" if category.unit == Unit.PERSON else "organisations"]
        return list(chosen)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("category") and not self.subjects():
            name = "people" if cleaned["category"].unit == Unit.PERSON else "organisations"
            self.add_error(name, _("Choose at least one."))
        return cleaned


class CorrectionForm(ProblemsMixin, forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Participation
        fields = ["category", "partner", "held_on", "hours", "mode", "role", "function_then", "note"]
        widgets = {"held_on": DayInput()}

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category = self.instance.category
        self.fields["category"].queryset = Category.objects.in_project(project).filter(unit=category.unit)  # type: ignore[attr-defined]
        self.fields["partner"].queryset = Partner.objects.filter(  # type: ignore[attr-defined]
            pk__in=writable_partners(project, user)
        ).select_related("organisation")
        self.initial["version"] = self.instance.version
