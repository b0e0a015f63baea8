"""Certificates of attendance: issued, corrected, revoked; checked by anybody who holds the number."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from core import audit
from core.guards import public
from core.limits import CODES, failures_limited
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.forms.papers import HolderForm
from dissemination.models import Certificate, Event
from dissemination.services.papers import certificates as services
from dissemination.services.papers.sending import send_certificates
from dissemination.services.showing import Shown
from dissemination.views.events import event_tabs, event_trail
from network.forms.reasons import ReasonForm
from network.funding import funding_of
from network.guards import in_project


@in_project("dissemination.issue_certificates", Event)
def certificate_list(request: SignedInRequest, event: Event) -> HttpResponse:
    """Who has one, who has earned one, and what the others lack; issued ones go to their holders by mail."""
    if request.method == "POST" and request.POST.get("step") == "send":
        number = send_certificates(event=event, by=request.user)
        words = ngettext("%(number)d certificate is on its way.", "%(number)d certificates are on their way.", number)
        messages.success(request, words % {"number": number})
        return redirect("dissemination:certificate_list", event.project.code, event.pk)
    if request.method == "POST":
        made = len(services.issue_certificates(event=event, by=request.user))
        words = ngettext("%(made)d certificate is issued.", "%(made)d certificates are issued.", made)
        messages.success(request, words % {"made": made})
        return redirect("dissemination:certificate_list", event.project.code, event.pk)
    waiting = services.earned(event)
    certificates = Certificate.objects.filter(event=event).select_related("superseded_by")
    audit.record("dissemination.certificates.listed", target=event, by=request.user)
    context = {
        "event": event,
        "certificates": certificates.order_by("holder_name", "-pk"),
        "to_send": Certificate.objects.to_send().filter(event=event).count(),
        "ready": [each for each in waiting if not each.problems],
        "waiting": [each for each in waiting if each.problems],
        "tabs": event_tabs(request, event, "certificate_list"),
        "trail": event_trail(event, (_("Certificates"), "")),
    }
    return render(request, "dissemination/certificate_list.html", context)


@in_project("dissemination.change_certificate", Certificate)
def certificate_correct(request: SignedInRequest, certificate: Certificate) -> HttpResponse:
    form = HolderForm(request.POST or None, initial={"holder_name": certificate.holder_name})
    if request.method == "POST" and form.is_valid():
        try:
            services.correct_certificate(certificate=certificate, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect("dissemination:certificate_list", certificate.event.project.code, certificate.event_id)
    what = _("A new certificate with the right name is issued; the old one says that it was replaced.")
    return _step(request, certificate, form, _("Correct the name"), what)


@in_project("dissemination.change_certificate", Certificate)
def certificate_revoke(request: SignedInRequest, certificate: Certificate) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.revoke_certificate(certificate=certificate, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect("dissemination:certificate_list", certificate.event.project.code, certificate.event_id)
    what = _("Whoever checks the number reads at once that it is not valid any more. The reason stays with you.")
    return _step(request, certificate, form, _("Revoke the certificate"), what)


def _step(
    request: SignedInRequest, certificate: Certificate, form: HolderForm | ReasonForm, title: str, what: str
) -> HttpResponse:
    event = certificate.event
    context = {"form": form, "event": event, "title": title, "what": f"{certificate.holder_name}: {what}",
               "trail": event_trail(event, (title, ""))}  # fmt: skip
    return render(request, "dissemination/event_step.html", context, status=422 if form.errors else 200)


@public
@never_cache
@failures_limited(CODES)
def certificate_check(request: HttpRequest, serial: str) -> HttpResponse:
    """Holder, event, day, hours, issuer and state, for whoever holds the number."""
    known = Certificate.objects.select_related(
        "event__project__rule_set", "event__partner__organisation", "superseded_by"
    )
    certificate = get_object_or_404(known, serial=serial.strip().upper())
    event = certificate.event
    context = {"certificate": certificate, "shown": Shown(event), "event": event,
               "funding": funding_of(event.project)}  # fmt: skip
    return render(request, "dissemination/certificate_check.html", context)
