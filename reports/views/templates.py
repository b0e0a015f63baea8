"""The templates a project begins its reports with, and changing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.labels import in_language
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.guards import in_project
from network.models import Partner, Project
from reports.forms import report_languages
from reports.models import ReportTemplate
from reports.services.template_versions import change_template
from reports.template_forms import SectionRows, TemplateForm


@in_project("reports.change_templates")
def template_list(request: SignedInRequest, project: Project) -> HttpResponse:
    """Each template in the version that the next report begins with."""
    templates = ReportTemplate.objects.newest_for(project).prefetch_related("sections")
    context = {"project": project, "templates": templates, "trail": _trail(project)}
    return render(request, "reports/template_list.html", context)


@in_project("reports.change_templates")
def template_edit(request: SignedInRequest, project: Project, template: str) -> HttpResponse:
    """Saving makes the project's next version; nothing is changed in reports that were begun."""
    known = get_object_or_404(ReportTemplate.objects.newest_for(project), code=template)
    language = _language(request, project)
    form = TemplateForm(request.POST or None, initial={"name": in_language(known.name, language)})
    partners = Partner.objects.in_project(project).select_related("organisation").order_by("number")
    rows = SectionRows(
        request.POST or None, template=known, language=language, form_kwargs={"partners": list(partners)}
    )
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        try:
            changed = change_template(
                template=known, project=project, language=language, by=request.user, **form.cleaned_data,
                sections=[row.typed() for row in rows.in_order()],
            )  # fmt: skip
        except ProblemsFound as found:
            form.add_problems(rows.add_problems(found.problems))
        else:
            words = _("Version %(number)d is saved. The next report begins with it.") % {"number": changed.version}
            messages.success(request, words)
            return redirect("reports:template_list", project.code)
    return _edit_page(request, project, known, language, form=form, rows=rows)


def _edit_page(
    request: SignedInRequest, project: Project, known: ReportTemplate, language: str, **forms: Any
) -> HttpResponse:
    wrong = forms["form"].errors or any(forms["rows"].errors)
    context = {
        **forms,
        "project": project,
        "template": known,
        "language": language,
        "languages": report_languages(project),
        "trail": _trail(project, (str(known), "")),
    }
    return render(request, "reports/template_edit.html", context, status=422 if wrong else 200)


def _language(request: SignedInRequest, project: Project) -> str:
    """The language that is edited: the one asked for, else the reader's, among those of the project."""
    codes = [code for code, _name in report_languages(project)]
    if asked := request.GET.get("words"):
        if asked not in codes:
            raise Http404
        return asked
    reading = get_language() or ""
    return reading if reading in codes else codes[0]


def _trail(project: Project, *last: tuple[str, str]) -> list[tuple[str, str]]:
    return [
        (str(project), project.get_absolute_url()),
        (_("Reports"), reverse("reports:report_list", args=[project.code])),
        (_("Templates"), reverse("reports:template_list", args=[project.code]) if last else ""),
        *last,
    ]
