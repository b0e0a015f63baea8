"""What a coordinator types to change a template: its name, and section by section who writes what and how much."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from core.labels import in_language
from core.problems import Problem
from network.models import Partner
from reports.enums import SectionKind, Writer
from reports.models import ReportTemplate, TemplateSection
from reports.services.template_versions import LONGEST, Typed

OF_TEXTS = ("help", "writer", "partner_number", "limit", "is_public")


class TemplateForm(ProblemsMixin, forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)


class SectionForm(ProblemsMixin, forms.Form):
    """One section; what the platform fills by itself has a title and a place only."""

    title = forms.CharField(label=_("Title"), max_length=200)
    place = forms.IntegerField(label=_("Place"), min_value=1, max_value=999)
    help = forms.CharField(
        label=_("Help for the writers"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    writer = forms.ChoiceField(
        label=_("Who writes"),
        choices=[choice for choice in Writer.choices if choice[0] != Writer.NOBODY],
        initial=Writer.COORDINATOR,
    )
    partner_number = forms.TypedChoiceField(
        label=_("The one partner"), required=False, coerce=int, empty_value=None, help_text=_("For “One partner”.")
    )
    limit = forms.IntegerField(label=_("Most characters"), min_value=1, max_value=LONGEST, initial=5000)
    is_public = forms.BooleanField(label=_("Is published"), required=False)
    remove = forms.BooleanField(label=_("Leave this section out"), required=False)

    def __init__(
        self, *args: Any, known: TemplateSection | None = None, partners: Iterable[Partner] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        choices = [("", "—"), *((partner.number, f"{partner.label} · {partner}") for partner in partners)]
        self.fields["partner_number"].choices = choices  # type: ignore[attr-defined]
        if known is None:
            del self.fields["remove"]
        elif known.kind != SectionKind.TEXT:
            for name in OF_TEXTS:
                del self.fields[name]

    @property
    def is_left_out(self) -> bool:
        return bool(self.cleaned_data.get("remove")) or (self.known is None and not self.has_changed())

    def typed(self) -> Typed:
        data = self.cleaned_data
        return Typed(self.known, data["title"], **{name: data[name] for name in OF_TEXTS if name in data})


class SectionForms(forms.BaseFormSet):  # type: ignore[type-arg]
    """The sections of a template in their order, and one blank one for a new text."""

    def __init__(self, *args: Any, template: ReportTemplate, language: str, **kwargs: Any) -> None:
        self.known = list(template.sections.order_by("order"))
        kwargs["initial"] = [_initial(section, language) for section in self.known]
        kwargs["prefix"] = "sections"
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        known = self.known[index] if index is not None and index < len(self.known) else None
        return {**super().get_form_kwargs(index), "known": known}

    def in_order(self) -> list[SectionForm]:
        """The forms that stay, by the places typed."""
        stay = [form for form in self.forms if not form.is_left_out]
        return sorted(stay, key=lambda form: form.cleaned_data["place"])

    def add_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Put each beside its section; returns those that are of none."""
        in_order, left = self.in_order(), []
        for problem in problems:
            if problem.row is None:
                left.append(problem)
            else:
                in_order[problem.row - 1].add_problems([problem])
        return left


def _initial(section: TemplateSection, language: str) -> dict[str, Any]:
    """The words of one language; where it has none, those of another to translate."""
    known = {name: getattr(section, name) for name in ("writer", "partner_number", "limit", "is_public")}
    words = {"title": in_language(section.title, language), "help": in_language(section.help, language)}
    return {**known, **words, "place": section.order * 10}


SectionRows: type[SectionForms] = forms.formset_factory(  # type: ignore[assignment]
    SectionForm, formset=SectionForms, extra=1, max_num=100
)
