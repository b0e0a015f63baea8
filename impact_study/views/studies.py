"""Studies: listed, opened, written down, changed, started, closed, put away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, is_conflict, renew
from impact_study.forms.studies import StudyForm
from impact_study.models import AnalysisPlan, Study
from impact_study.rules.studies import ANONYMITY_WORDS, words_of_linkage
from impact_study.services.studies import (
    ENDED,
    archive_study,
    change_study,
    close_study,
    create_study,
    has_answers,
    start_study,
)
from impact_study.services.study_pages import groups_of, next_steps
from impact_study.views.trails import trail
from network.guards import in_project
from network.models import Project


@in_project("impact_study.view_studies")
def study_list(request: SignedInRequest, project: Project) -> HttpResponse:
    now = timezone.now()
    is_open = Q(waves__opens_at__isnull=True) | Q(waves__opens_at__lte=now)
    not_over = Q(waves__closes_at__isnull=True) | Q(waves__closes_at__gt=now)
    studies = Study.objects.visible_to(request.user).in_project(project).select_related("project").annotate(
        wave_count=Count("waves"), open_count=Count("waves", filter=is_open & not_over & Q(state="running"))
    )  # fmt: skip
    context = {
        "studies": studies,
        "may_add": request.user.has_perm("impact_study.add_study", project),
        "trail": trail(project, (_("Studies"), "")),
    }
    return render(request, "impact_study/study_list.html", context)


@in_project("impact_study.view_study", Study)
def study_detail(request: SignedInRequest, study: Study) -> HttpResponse:
    """A study at a glance: what it promises, whom it asks, how many answered, what comes next."""
    may_change = request.user.has_perm("impact_study.change_study", study)
    groups = groups_of(study, at=timezone.now())
    context: dict[str, Any] = {
        "study": study,
        "groups": groups,
        "steps": next_steps(study, groups, may_change=may_change),
        "anonymity_words": ANONYMITY_WORDS[study.anonymity],  # type: ignore[index]
        "linkage_words": words_of_linkage(study.design, study.linkage),
        "plan": AnalysisPlan.objects.filter(study=study).order_by("-number").first(),
        "may_change": may_change and study.state != "archived",
        "may_close": request.user.has_perm("impact_study.close_study", study) and study.is_running,
        "may_start": may_change and study.state == "draft",
        "may_archive": may_change and study.state in ENDED,
        "trail": trail(request.project, study),
    }
    return render(request, "impact_study/study_detail.html", context)


@in_project("impact_study.add_study")
def study_add(request: SignedInRequest, project: Project) -> HttpResponse:
    form = StudyForm(request.POST or None, project=project, initial={"languages": project.languages})
    if request.method == "POST" and form.is_valid():
        try:
            study = create_study(project=project, facts=form.facts(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The study is written down. Next: its waves."))
            return redirect(study)
    return _form_page(request, form, title=_("New study"))


@in_project("impact_study.change_study", Study)
def study_edit(request: SignedInRequest, study: Study) -> HttpResponse:
    form = StudyForm(request.POST or None, project=request.project, study=study)
    differing = []
    if request.method == "POST" and form.is_valid():
        try:
            change_study(study=study, seen=form.cleaned_data["seen"], facts=form.facts(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
            if is_conflict(found):
                stored = Study.objects.get(pk=study.pk)
                differing = differences(form, StudyForm(project=request.project, study=stored))
                renew(form, seen=stored.changed_at.isoformat())
        else:
            messages.success(request, _("Saved."))
            return redirect(study)
    return _form_page(
        request, form, title=_("Change the study"), study=study, differing=differing, is_promised=has_answers(study)
    )


def _form_page(request: SignedInRequest, form: StudyForm, **context: Any) -> HttpResponse:
    study = context.get("study")
    places = [study, (context["title"], "")] if study else [(context["title"], "")]
    context |= {"form": form, "trail": trail(request.project, *places)}
    return render(request, "impact_study/study_form.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("impact_study.change_study", Study)
def study_start(request: SignedInRequest, study: Study) -> HttpResponse:
    try:
        start_study(study=study, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, _("The study runs. Its waves open at their times."))
    return redirect(study)


@in_project("impact_study.close_study", Study)
def study_close(request: SignedInRequest, study: Study) -> HttpResponse:
    """Says first what closing destroys, then does it."""
    if request.method == "POST":
        try:
            close_study(study=study, by=request.user)
        except ProblemsFound as found:
            tell(request, found)
        else:
            messages.success(request, _("The study is closed."))
        return redirect(study)
    context = {
        "study": study,
        "plan": AnalysisPlan.objects.filter(study=study).order_by("-number").first(),
        "trail": trail(request.project, study, (_("Close the study"), "")),
    }
    return render(request, "impact_study/study_close.html", context)


@require_POST
@in_project("impact_study.change_study", Study)
def study_archive(request: SignedInRequest, study: Study) -> HttpResponse:
    try:
        archive_study(study=study, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    return redirect(study)
