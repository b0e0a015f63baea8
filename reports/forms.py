"""What people type about reports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput, ProblemsMixin
from network.models import Period, Project
from reports.enums import FileFormat
from reports.models import Contribution, Report, ReportTemplate

MOST_CHARACTERS = 50_000  # far above every limit: what is too long is kept and counted, not cut


def report_languages(project: Project) -> list[tuple[str, str]]:
    """The languages of a project, by code and name."""
    names = dict(settings.LANGUAGES)
    known = [code for code in project.languages if code in names] or list(names)
    return [(code, str(names[code])) for code in known]


class ReportForm(ProblemsMixin, forms.Form):
    period = forms.ModelChoiceField(Period.objects.none(), label=_("Period"))
    template = forms.ModelChoiceField(ReportTemplate.objects.none(), label=_("Template"))
    language = forms.ChoiceField(label=_("Language of the report"))
    due_on = forms.DateField(
        label=_("Contributions due on"),
        required=False,
        widget=DayInput(),
        help_text=_("Writers are reminded 14, 7 and 1 days before, and each week after."),
    )

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].queryset = Period.objects.in_project(project)  # type: ignore[attr-defined]
        usable = ReportTemplate.objects.newest_for(project)
        self.fields["template"].queryset = usable  # type: ignore[attr-defined]
        self.fields["language"].choices = report_languages(project)  # type: ignore[attr-defined]
        self.fields["template"].initial = usable.first()


class ContributionForm(ProblemsMixin, forms.Form):
    text = forms.CharField(
        label=_("Text"),
        max_length=MOST_CHARACTERS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, contribution: Contribution, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"text": contribution.text, "version": contribution.version})
        super().__init__(*args, **kwargs)
        self.fields["text"].label = str(contribution.section)
        self.fields["text"].widget.attrs["data-counter"] = contribution.limit


class ReasonForm(ProblemsMixin, forms.Form):
    reason = forms.CharField(label=_("What is missing?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class CommentForm(forms.Form):
    text = forms.CharField(label=_("Comment"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class RevisionForm(ProblemsMixin, forms.Form):
    change_note = forms.CharField(label=_("What does the new version change?"), max_length=300)


class PlanForm(ProblemsMixin, forms.Form):
    due_on = forms.DateField(
        label=_("Contributions due on"),
        widget=DayInput(),
        help_text=_("Holds for every text that is not handed in yet."),
    )


class PostForm(ProblemsMixin, forms.ModelForm):  # type: ignore[type-arg]
    """What went to the agency and what came back."""

    class Meta:
        model = Report
        fields = ("sent_on", "receipt", "answered_on", "answer")
        widgets = {
            "sent_on": DayInput(),
            "answered_on": DayInput(),
        }


class PrintForm(ProblemsMixin, forms.Form):
    format = forms.ChoiceField(label=_("Format"), choices=FileFormat)
