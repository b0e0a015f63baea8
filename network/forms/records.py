"""What people type about participations, evidence and periods."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import DayInput, ProblemsMixin
from network.countries import choices as country_choices
from network.enums import EvidenceKind, Mode, OccasionKind, ParticipationRole, Unit
from network.models import Category, Evidence, Occasion, Organisation, Participation, Partner, Person, Project
from network.scope import Asker
from network.services.evidence import keep_evidence


def writable_partners(project: Project, user: Asker) -> list[int]:
    partners = Partner.objects.in_project(project)
    return [partner.pk for partner in partners if user.has_perm("network.write_for_partner", partner)]


class PartnerChoice(forms.ModelChoiceField):
    """The partners of a project for which the user writes; the only one is chosen already."""

    def __init__(self) -> None:
        super().__init__(Partner.objects.none(), label=_("Partner"))

    def narrow(self, project: Project, user: Asker) -> None:
        allowed = writable_partners(project, user)
        self.queryset = Partner.objects.filter(pk__in=allowed).select_related("organisation")
        if len(allowed) == 1:
            self.initial = allowed[0]


class EvidenceForm(ProblemsMixin, forms.Form):
    partner = PartnerChoice()
    kind = forms.ChoiceField(label=_("Kind"), choices=EvidenceKind)
    title = forms.CharField(label=_("Title"), max_length=200, required=False)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, picture, spreadsheet or text, up to %(limit)d MB.")
        % {"limit": settings.UPLOAD_LIMIT // (1024 * 1024)},
    )
    covers = forms.CharField(
        label=_("Pages or lines it covers"), max_length=100, required=False, help_text=_("For example: pages 1–3")
    )
    proves_on = forms.DateField(label=_("Day it proves"), required=False, widget=DayInput())

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]


class ProofForm(ProblemsMixin, forms.Form):
    """Evidence for one record: a file that is there already, or a new one."""

    known = forms.ModelChoiceField(Evidence.objects.none(), label=_("A file that is there already"), required=False)
    file = forms.FileField(label=_("Or a new file"), required=False)
    kind = forms.ChoiceField(label=_("Kind of the new file"), choices=EvidenceKind, required=False)

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Evidence.objects.visible_to(user).in_project(project).filter(superseded_by__isnull=True)
        self.fields["known"].queryset = known  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("known") and not cleaned.get("file"):
            self.add_error("known", _("Choose a file or upload one."))
        return cleaned

    def chosen(self, *, by: User, record: Participation) -> list[Evidence]:
        found = [self.cleaned_data["known"]] if self.cleaned_data["known"] else []
        if upload := self.cleaned_data["file"]:
            kind = self.cleaned_data["kind"] or EvidenceKind.SIGNED_LIST
            found.append(
                keep_evidence(
                    project=record.project,
                    partner=record.partner,
                    upload=upload,
                    kind=kind,
                    by=by,
                    proves_on=record.held_on,
                )
            )
        return found


class SupersedeForm(ProblemsMixin, forms.Form):
    file = forms.FileField(label=_("The better file"))


class ReasonForm(ProblemsMixin, forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class OccasionForm(ProblemsMixin, forms.ModelForm):
    partner = PartnerChoice()
    country = forms.ChoiceField(label=_("Country"), required=False)

    class Meta:
        model = Occasion
        fields = ["partner", "kind", "title", "held_on", "ends_on", "country", "place", "mode"]
        widgets = {"held_on": DayInput(), "ends_on": DayInput()}

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self.fields["country"].choices = [("", _("Not known")), *country_choices()]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            choice for choice in OccasionKind.choices if choice[0] != OccasionKind.EXPERIENCE
        ]


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
        from network.rules.names import fold

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


class UnnamedForm(ProblemsMixin, forms.Form):
    """Heads on a paper list without names."""

    partner = PartnerChoice()
    category = forms.ModelChoiceField(Category.objects.none(), label=_("Category"))
    heads = forms.IntegerField(label=_("Heads"), min_value=1)
    confirmed = forms.BooleanField(
        label=_("Yes, there really were that many"), required=False, help_text=_("Needed above 10 000 heads.")
    )
    evidence = forms.ModelChoiceField(Evidence.objects.none(), label=_("Evidence"))
    reason = forms.CharField(label=_("Why without names"), max_length=300)

    def __init__(self, *args: Any, project: Project, user: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].narrow(project, user)  # type: ignore[attr-defined]
        self.fields["category"].queryset = Category.objects.in_project(project).filter(allows_unnamed=True)  # type: ignore[attr-defined]
        self.fields["evidence"].queryset = Evidence.objects.visible_to(user).in_project(project)  # type: ignore[attr-defined]


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


class PeriodForm(ProblemsMixin, forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80)
    starts_on = forms.DateField(label=_("From"), widget=DayInput())
    ends_on = forms.DateField(label=_("To"), widget=DayInput())
    due_on = forms.DateField(label=_("Report due on"), required=False, widget=DayInput())
