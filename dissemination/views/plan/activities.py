"""Activities done: the list, one of them, and writing it down."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.enums import LinkState
from dissemination.forms.activities import ActivityFileForm, ActivityForm, ReadingForm
from dissemination.models import Activity, PlannedActivity, TargetGroup
from dissemination.rules.plan.problems import unanswered
from dissemination.services.plan.activities import add_file, read_reach, record_activity
from dissemination.services.plan.overview import reach_of_activities
from network.guards import in_project
from network.models import Evidence, Partner, Project


class ActivityFilter(filters.FilterSet):
    q = filters.CharFilter(field_name="title", lookup_expr="icontains", label=_("Search"))
    partner = filters.ModelChoiceFilter(queryset=Partner.objects.none(), label=_("Partner"))
    group = filters.ModelChoiceFilter(queryset=TargetGroup.objects.none(), label=_("Target group"))

    class Meta:
        model = Activity
        fields = ["partner", "group"]

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["partner"].queryset = project.partners.select_related("organisation")
        self.filters["group"].queryset = TargetGroup.objects.in_project(project)


def activities_trail(project: Project) -> list[tuple[str, str]]:
    place = reverse("dissemination:activity_list", args=[project.code])
    return [(str(project), project.get_absolute_url()), (_now("Activities"), place)]


@in_project("dissemination.view_plan")
def activity_list(request: SignedInRequest, project: Project) -> HttpResponse:
    rows = (
        Activity.objects.visible_to(request.user).in_project(project)
        .select_related("partner__organisation", "planned", "group", "channel")
        .annotate(proofs=Count("files", distinct=True),
                  dead=Count("links", filter=Q(links__state=LinkState.DEAD), distinct=True))
    )  # fmt: skip
    found = ActivityFilter(request.GET, queryset=rows, project=project)
    context = {
        "filters": found,
        "page": Paginator(found.qs.order_by("-done_on", "-pk"), 50).get_page(request.GET.get("page")),
        "may_add": request.user.has_perm("dissemination.add_activity", project),
        "trail": [(str(project), project.get_absolute_url()), (_now("Activities"), "")],
    }
    return page(request, "dissemination/activity_list.html", context, partial="results")


@in_project("dissemination.view_activity", Activity)
def activity_detail(request: SignedInRequest, activity: Activity) -> HttpResponse:
    context = {
        "activity": activity,
        "unanswered": unanswered(activity.duties),
        "reach": reach_of_activities([activity]),
        "readings": activity.readings.all(),
        "links": activity.links.all(),
        "files": Evidence.objects.visible_to(request.user).filter(activities=activity).select_related("project"),
        "file_count": activity.files.count(),
        "may_change": request.user.has_perm("dissemination.change_activity", activity),
        "reading_form": ReadingForm(),
        "file_form": ActivityFileForm(),
        "trail": [*activities_trail(activity.project), (str(activity), "")],
    }
    return page(request, "dissemination/activity_detail.html", context)


@in_project("dissemination.add_activity")
def activity_add(request: SignedInRequest, project: Project) -> HttpResponse:
    activity = Activity(project=project)
    planned = PlannedActivity.objects.in_project(project).filter(pk=_number(request.GET.get("planned"))).first()
    first = {"planned": planned, "partner": planned.partner, "title": str(planned)} if planned else {}
    return _activity_form(request, activity, first)


def _number(typed: str | None) -> int:
    return int(typed) if typed and typed.isdecimal() else 0


@in_project("dissemination.change_activity", Activity)
def activity_edit(request: SignedInRequest, activity: Activity) -> HttpResponse:
    return _activity_form(request, activity, {})


def _activity_form(request: SignedInRequest, activity: Activity, first: dict[str, Any]) -> HttpResponse:
    form = ActivityForm(
        request.POST or None, project=request.project, user=request.user, activity=activity, initial=first
    )
    if request.method == "POST" and form.is_valid():
        try:
            record_activity(activity, by=request.user, **form.facts())
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(activity)
    stored = Activity.objects.filter(pk=activity.pk).first() if form.errors and activity.pk else None
    context = {"form": form, "activity": activity, "stored": stored, "trail": activities_trail(request.project)}
    return page(request, "dissemination/activity_form.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("dissemination.change_activity", Activity)
def activity_reach(request: SignedInRequest, activity: Activity) -> HttpResponse:
    form = ReadingForm(request.POST)
    if form.is_valid():
        try:
            read_reach(activity=activity, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(activity)
    context = {"form": form, "activity": activity, "trail": activities_trail(request.project)}
    return page(request, "dissemination/activity_reading.html", context, status=422)


@require_POST
@in_project("dissemination.change_activity", Activity)
def activity_file(request: SignedInRequest, activity: Activity) -> HttpResponse:
    form = ActivityFileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            add_file(activity=activity, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
    for problems in form.errors.values():
        for problem in problems:
            messages.error(request, str(problem))
    return redirect(activity)
