"""What is added to a person's record piece by piece: functions, consents, tags."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.forms.people import AffiliationForm, ConsentForm
from network.guards import in_project
from network.models import Person, Tag
from network.services.consents import give_consent, withdraw_consent
from network.services.people import add_affiliation, change_affiliation, take_tag
from network.views.people import trail


def _form_page(request: SignedInRequest, person: Person, form: Any, heading: str) -> HttpResponse:
    context = {
        "form": form, "person": person, "heading": heading,
        "trail": trail(request.project, (heading, "")),
    }  # fmt: skip
    return render(request, "network/person_fact_form.html", context, status=422 if form.errors else 200)


@in_project("network.change_person", Person)
def affiliation_add(request: SignedInRequest, person: Person) -> HttpResponse:
    form = AffiliationForm(request.POST or None, project=request.project)
    if request.method == "POST" and form.is_valid():
        add_affiliation(person=person, facts=form.cleaned_data, project=request.project, by=request.user)
        return redirect("network:person_detail", request.project.code, person.pk)
    return _form_page(request, person, form, _("Where the person works or learns"))


@in_project("network.change_person", Person)
def affiliation_change(request: SignedInRequest, person: Person, affiliation: int) -> HttpResponse:
    known = get_object_or_404(person.affiliations.all(), pk=affiliation)
    form = AffiliationForm(request.POST or None, instance=known, project=request.project)
    if request.method == "POST" and form.is_valid():
        change_affiliation(affiliation=form.instance, project=request.project, by=request.user)
        return redirect("network:person_detail", request.project.code, person.pk)
    return _form_page(request, person, form, _("Where the person works or learns"))


@in_project("network.change_person", Person)
def consent_give(request: SignedInRequest, person: Person) -> HttpResponse:
    form = ConsentForm(request.POST or None, initial={"by_guardian": person.is_minor})
    if request.method == "POST" and form.is_valid():
        try:
            give_consent(person=person, project=request.project, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The consent is noted."))
            return redirect("network:person_detail", request.project.code, person.pk)
    return _form_page(request, person, form, _("Note a consent"))


@require_POST
@in_project("network.change_person", Person)
def consent_withdraw(request: SignedInRequest, person: Person, consent: int) -> HttpResponse:
    given = get_object_or_404(person.consents.filter(project=request.project), pk=consent)
    try:
        withdraw_consent(consent=given, by=request.user)
    except ProblemsFound as found:
        messages.error(request, str(found.problems[0].message))
    else:
        messages.success(request, _("The consent is withdrawn. Public pages follow at once."))
    return redirect("network:person_detail", request.project.code, person.pk)


@require_POST
@in_project("network.change_person", Person)
def person_tag_take(request: SignedInRequest, person: Person, tag: int) -> HttpResponse:
    known = get_object_or_404(Tag.objects.filter(project=request.project), pk=tag)
    take_tag(tag=known, thing=person, by=request.user)
    return redirect("network:person_detail", request.project.code, person.pk)
