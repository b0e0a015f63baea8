"""The partners of a project."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.forms.partners import NewPartnerForm, PartnerForm
from network.guards import in_project
from network.models import Membership, Partner, Project, Target
from network.services.partners import add_partner, change_partner


@in_project("network.view_board")
def partner_list(request: SignedInRequest, project: Project) -> HttpResponse:
    partners = project.partners.select_related("organisation", "follows__organisation", "project")
    context = {
        "partners": partners,
        "may_change": request.user.has_perm("network.change_project", project),
        "may_see_budgets": request.user.has_perm("network.view_budgets", project),
    }
    return page(request, "network/partner_list.html", context)


@in_project("network.view_partner", Partner)
def partner_detail(request: SignedInRequest, partner: Partner) -> HttpResponse:
    """What is known of a partner, its targets today, and who works for it."""
    today = timezone.localdate()
    targets = Target.objects.filter(partner=partner).in_force(on=today).select_related("category")
    members = Membership.objects.filter(partner=partner).in_force(on=today).select_related("user")
    context = {
        "partner": partner,
        "targets": targets.order_by("category__order"),
        "members": members,
        "followed_by": Partner.objects.filter(follows=partner).select_related("organisation", "project").first(),
        "may_change": request.user.has_perm("network.change_partner", partner),
        "may_see_budget": request.user.has_perm("network.view_budget", partner),
        "may_amend": request.user.has_perm("network.change_target", partner),
    }
    return page(request, "network/partner_detail.html", context)


@in_project("network.change_project")
def partner_add(request: SignedInRequest, project: Project) -> HttpResponse:
    highest = project.partners.aggregate(highest=Max("number"))["highest"] or 0
    form = NewPartnerForm(request.POST or None, project=project, initial={"number": highest + 1, "role": "partner"})
    if request.method == "POST" and form.is_valid():
        try:
            partner = add_partner(project=project, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("%(partner)s is a partner now.") % {"partner": partner})
            return redirect(partner)
    return page(request, "network/partner_form.html", {"form": form}, status=422 if form.errors else 200)


@in_project("network.change_partner", Partner)
def partner_edit(request: SignedInRequest, partner: Partner) -> HttpResponse:
    form = PartnerForm(request.POST or None, project=request.project, partner=partner)
    if request.method == "POST" and form.is_valid():
        try:
            change_partner(partner=partner, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The partner is saved."))
            return redirect(partner)
    context = {"form": form, "partner": partner}
    return page(request, "network/partner_form.html", context, status=422 if form.errors else 200)
