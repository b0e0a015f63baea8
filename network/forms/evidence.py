"""Files that prove participations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import DayInput, ProblemsMixin
from network.enums import EvidenceKind
from network.forms.partner_choice import PartnerChoice
from network.models import Evidence, Participation, Project
from network.scope import Asker
from network.services.evidence import keep_evidence


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
