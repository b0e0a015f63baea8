"""Experiences counted without names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import ProblemsMixin
from network.enums import EvidenceKind
from network.models import Category, Evidence, Experience
from network.services.counting_experiences import Part, usual_category
from network.services.evidence import keep_evidence


class CountForm(ProblemsMixin, forms.Form):
    """For each part of the placement the category that counts it, or none, and what proves it."""

    LABELS = {
        "learner": _("Learner: %(name)s"),
        "provider_tutor": _("Tutor at the provider: %(name)s"),
        "host_tutor": _("Tutor at the host: %(name)s"),
        "host": _("Host enterprise: %(name)s"),
    }
    OFFERED = 12

    file = forms.FileField(
        label=_("A file that proves it"),
        required=False,
        help_text=_("For example the signed agreement or certificate."),
    )
    kind = forms.ChoiceField(
        label=_("Kind of the file"), choices=EvidenceKind, initial=EvidenceKind.AGREEMENT, required=False
    )
    known = forms.ModelMultipleChoiceField(
        Evidence.objects.none(), required=False, label=_("Or one of the newest files of the partner"),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, experience: Experience, parts: list[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.experience, self.keys = experience, [part.key for part in parts]
        own = Category.objects.in_project(experience.project)
        categories = list(own)
        for part in parts:
            usual = usual_category(part, categories)
            self.fields[part.key] = forms.ModelChoiceField(
                own.filter(unit=part.unit), required=False, empty_label=_("Do not count"),
                label=self.LABELS[part.key] % {"name": part.subject}, initial=usual.pk if usual else None,
            )  # fmt: skip
        self.order_fields([*self.keys, "file", "kind", "known"])
        files = Evidence.objects.filter(partner=experience.partner_id, superseded_by__isnull=True)
        newest = files.values_list("pk", flat=True)[: self.OFFERED]
        self.fields["known"].queryset = files.filter(pk__in=list(newest))  # type: ignore[attr-defined]

    def categories(self) -> dict[str, Category]:
        return {key: self.cleaned_data[key] for key in self.keys if self.cleaned_data[key]}

    def evidence(self, *, by: User) -> list[Evidence]:
        """The chosen files, the new one kept now. Raises ProblemsFound."""
        found = list(self.cleaned_data["known"])
        if upload := self.cleaned_data["file"]:
            kind, placement = self.cleaned_data["kind"] or EvidenceKind.AGREEMENT, self.experience
            found.append(
                keep_evidence(project=placement.project, partner=placement.partner, upload=upload, kind=kind, by=by)
            )
        return found
