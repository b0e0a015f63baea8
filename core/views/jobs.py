"""What becomes of the work one has asked for."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import jobs
from core.guards import guard, signed_in
from core.jobs import whispers
from core.models import Job
from core.pages import page
from core.requests import SignedInRequest

PER_PAGE = 25


@signed_in
def job_list(request: HttpRequest) -> HttpResponse:
    rows = Job.objects.visible_to(request.user).select_related("actor")
    context = {"page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")), "trail": [(_("My work"), "")]}
    return page(request, "core/job_list.html", context)


@guard("core.view_job", Job)
def job_detail(request: SignedInRequest, job: Job) -> HttpResponse:
    """The progress of one job; asked by htmx, only the bar. When the work has ended the page comes again whole."""
    context = {
        "job": whispers.heard(job),
        "may_cancel": job.is_active and request.user.has_perm("core.cancel_job", job),
        "may_restart": job.may_be_tried_again and request.user.has_perm("core.restart_job", job),
        "trail": [(_("My work"), "../"), (job.title, "")],
    }
    response = page(request, "core/job_detail.html", context, partial="bar")
    if not job.is_active and getattr(request, "htmx", None):
        response["HX-Refresh"] = "true"
    return response


@require_POST
@guard("core.cancel_job", Job)
def cancel_job(request: SignedInRequest, job: Job) -> HttpResponse:
    jobs.cancel(job=job, by=request.user)
    return redirect(job)


@require_POST
@guard("core.restart_job", Job)
def restart_job(request: SignedInRequest, job: Job) -> HttpResponse:
    jobs.restart(job=job, by=request.user)
    return redirect(job)
