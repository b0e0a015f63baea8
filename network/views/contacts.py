"""The contact log of an organisation, and how it stands to the project."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.forms import ProblemsMixin
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.forms.contacts import ContactForm, RatingForm
from network.guards import in_project
from network.models import Contact, Organisation, StakeholderRating
from network.services.contacts import finish_step, note_contact, rate_stakeholder
from network.views.organisations import trail


@in_project("network.note_contact", Organisation)
def contact_note(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    form = ContactForm(request.POST or None, project=request.project, organisation=organisation, user=request.user)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            note_contact(organisation=organisation, partner=facts.pop("partner"), facts=facts, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The talk is written down."))
            return back_to(request, organisation.pk)
    return form_page(request, form, _("A talk with %(name)s") % {"name": organisation}, organisation)


@require_POST
@in_project("network.change_contact", Contact)
def contact_done(request: SignedInRequest, contact: Contact) -> HttpResponse:
    if finish_step(contact=contact, by=request.user):
        messages.success(request, _("The next step is done."))
    return back_to(request, contact.organisation_id)


@in_project("network.rate_stakeholder", Organisation)
def stakeholder_rate(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    known = StakeholderRating.objects.in_project(request.project).filter(organisation=organisation).first()
    first = {"importance": known.importance, "interest": known.interest} if known else {}
    form = RatingForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        rate_stakeholder(organisation=organisation, project=request.project, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return back_to(request, organisation.pk)
    return form_page(request, form, _("How %(name)s stands to the project") % {"name": organisation}, organisation)


def form_page(request: SignedInRequest, form: ProblemsMixin, heading: str, organisation: Organisation) -> HttpResponse:
    context = {
        "form": form, "heading": heading, "organisation": organisation,
        "trail": trail(request.project, (heading, "")),
    }  # fmt: skip
    return render(request, "network/organisation_form.html", context, status=422 if form.errors else 200)


def back_to(request: SignedInRequest, organisation: int) -> HttpResponse:
    return redirect(reverse("network:organisation_detail", args=[request.project.code, organisation]) + "#contacts")
