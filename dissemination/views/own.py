"""A guest's own page, reached by the signed link of the mail: how it stands, change, cancel, take an offered seat."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.guards import public
from core.limits import CODES, failures_limited
from core.pages import tell
from core.problems import ProblemsFound
from core.symbols import qr_svg
from dissemination.enums import RegistrationState
from dissemination.forms.guests import answers_as_posted, guest_sheet
from dissemination.models import Certificate, Registration
from dissemination.rules.tickets import hash_of
from dissemination.services.calendars import of_guest
from dissemination.services.categories import guest_categories, inviting_partners
from dissemination.services.holding import attended
from dissemination.services.links import ticket_url, uid_of
from dissemination.services.places import place_of
from dissemination.services.reading import read_registration
from dissemination.services.registrations import (
    as_posted,
    cancel_registration,
    change_registration,
    standing_answers,
)
from dissemination.services.showing import Shown
from dissemination.services.waiting import accept_offer
from dissemination.views.calendar import calendar_file
from network.funding import funding_of


def registration_at(token: str) -> Registration:
    """The registration a signed address names, or 404."""
    uid = uid_of(token)
    if uid is None:
        raise Http404
    whole = Registration.objects.select_related(
        "event__project__rule_set", "event__partner__organisation", "event__form", "form"
    )
    return get_object_or_404(whole, uid=uid)


@public
@never_cache
def registration_own(request: HttpRequest, token: str) -> HttpResponse:
    """How it stands, with the ticket."""
    registration = registration_at(token)
    context = _context(registration, token)
    address = ticket_url(registration) if registration.state == RegistrationState.CONFIRMED else ""
    # Made by the library from our own address alone.
    context["ticket"] = mark_safe(qr_svg(address, _("Your ticket"), css_class="ticket")) if address else ""
    if context["is_over"] and attended(registration.event).filter(pk=registration.pk).exists():
        context["survey"] = getattr(getattr(registration.event, "follow_up", None), "working_survey", "")
        context["certificate"] = Certificate.objects.valid().filter(registration=registration).first()
    context["place"] = place_of(registration)
    return render(request, "dissemination/registration_own.html", context)


@public
@never_cache
def registration_own_edit(request: HttpRequest, token: str) -> HttpResponse:
    registration = registration_at(token)
    event = registration.event
    categories = guest_categories(event.project)
    if request.method == "POST":
        posted, answers = request.POST, dict(request.POST.lists())
        guest, problems = read_registration(posted, event=event, categories=categories, language=registration.language)
        if not problems:
            try:
                change_registration(registration=registration, guest=guest, by=None)
            except ProblemsFound as found:
                problems = list(found.problems)
            else:
                messages.success(request, _("Your registration is changed."))
                return redirect("dissemination:registration_own", token)
    else:
        posted, answers, problems = as_posted(registration), answers_as_posted(standing_answers(registration)), []  # type: ignore[assignment]
    sheet = guest_sheet(
        event=event, categories=categories, partners=inviting_partners(event), posted=posted, answers=answers,
        problems=problems,
    )  # fmt: skip
    context = _context(registration, token) | {"sheet": sheet}
    return render(request, "dissemination/registration_own_edit.html", context, status=422 if problems else 200)


@require_POST
@public
def registration_own_cancel(request: HttpRequest, token: str) -> HttpResponse:
    registration = registration_at(token)
    try:
        cancel_registration(registration=registration, by=None)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, _("Your registration is cancelled. Thank you for giving your seat back."))
    return redirect("dissemination:registration_own", token)


@require_POST
@public
def registration_own_accept(request: HttpRequest, token: str) -> HttpResponse:
    registration = registration_at(token)
    try:
        accept_offer(registration=registration)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, _("The seat is yours."))
    return redirect("dissemination:registration_own", token)


@public
@never_cache
def registration_own_ics(request: HttpRequest, token: str) -> HttpResponse:
    return calendar_file(of_guest(registration_at(token)), "event")


@public
@never_cache
@failures_limited(CODES)
def ticket(request: HttpRequest, token: str) -> HttpResponse:
    """What a phone that reads the symbol opens: which event it is for, and no word about its holder."""
    known = Registration.objects.select_related("event__project__rule_set", "event__partner__organisation")
    registration = get_object_or_404(known, token_hash=hash_of(token))
    shown = Shown(registration.event)
    context = {"shown": shown, "event": shown.event, "funding": funding_of(shown.event.project)}
    return render(request, "dissemination/ticket.html", context)


def _context(registration: Registration, token: str) -> dict[str, Any]:
    shown = Shown(registration.event)
    return {
        "registration": registration,
        "shown": shown,
        "event": shown.event,
        "token": token,
        "until": registration.offer_expires_at and registration.offer_expires_at.astimezone(shown.event.zone),
        "is_over": timezone.now() >= shown.event.ends_at,
        "funding": funding_of(shown.event.project),
    }
