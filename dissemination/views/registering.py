"""Registering, without an account and without script: a form, a page that says what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import uuid4

from django.core import signing
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.guards import public
from core.limits import Limit, asked_to_wait, too_many
from core.problems import Problem, ProblemsFound
from core.short_way import short_way
from dissemination.enums import RegistrationState
from dissemination.forms.guests import guest_sheet
from dissemination.models import PartnerShare
from dissemination.services.categories import guest_categories, inviting_partners
from dissemination.services.prepared_pages import (
    KEY,
    SAID,
    TOKEN,
    is_for_everybody,
    outcome_for,
    page_for,
    page_key,
)
from dissemination.services.reading import read_registration
from dissemination.services.registering import event_to_register_for, outcome_of, register
from dissemination.services.showing import Shown, public_events
from network.funding import funding_of

TRAP = "website"
SALT = "dissemination.outcome.state"
LONGEST_KEY = 64
REGISTRATIONS = Limit("registrations", 60)


@short_way
@public
def event_register(request: HttpRequest, code: str, event: int) -> HttpResponse:
    """One form on one page; sent twice it registers once."""
    if request.method == "POST":
        return _send(request, code, event)
    if is_for_everybody(request) and (prepared := page_key(code, event)):
        return page_for(request, prepared, lambda: _drawn(request, code, event, KEY, csrf_token=TOKEN).text)
    return _drawn(request, code, event, uuid4().hex)


def _drawn(
    request: HttpRequest, code: str, event: int, key: str, *, problems: Sequence[Problem] = (), **more: Any
) -> HttpResponse:
    """The form as nobody has filled it in yet, or as it was sent with what is wrong."""
    wanted = public_events().select_related("project__rule_set", "partner__organisation", "form")
    wanted = wanted.annotate(keeps_seats=Exists(PartnerShare.objects.filter(event=OuterRef("pk"))))
    shown = Shown(get_object_or_404(wanted.prefetch_related("seats"), project__code=code, pk=event))
    if shown.closed:
        return render(request, "dissemination/register_closed.html", _context(shown), status=409 if problems else 200)
    sent: dict[str, Any] = {"posted": request.POST, "answers": dict(request.POST.lists())} if problems else {}
    found: Any = shown.event
    partners = inviting_partners(found) if found.keeps_seats else []
    categories = guest_categories(found.project)
    sheet = guest_sheet(event=found, categories=categories, partners=partners, problems=problems, **sent)
    context = _context(shown, sheet=sheet, key=key, **more)
    return render(request, "dissemination/register.html", context, status=422 if problems else 200)


def _send(request: HttpRequest, code: str, event: int) -> HttpResponse:
    """One SELECT, one UPDATE, one INSERT; all else is read only for a form that comes back."""
    found = event_to_register_for(code, event)
    if found is None:
        raise Http404
    categories = guest_categories(found.project) if request.POST.get("category") else []
    language = (get_language() or "en")[:2]
    guest, problems = read_registration(request.POST, event=found, categories=categories, language=language)
    key = request.POST.get("key", "")[:LONGEST_KEY]
    if request.POST.get(TRAP):  # filled in by a machine: nothing is kept, and it is not told
        return _done(code, event, RegistrationState.CONFIRMED)
    if not problems:
        if wait := REGISTRATIONS.spend(request):
            return asked_to_wait(_drawn(request, code, event, key, problems=[too_many(wait)]), wait)
        try:
            return _done(code, event, outcome_of(register(event=found, guest=guest, key=key)))
        except ProblemsFound as stopped:
            problems = list(stopped.problems)
    return _drawn(request, code, event, key, problems=problems)


def _context(shown: Shown, **more: Any) -> dict[str, Any]:
    trail = [(shown.title.text, shown.url), (_("Registration"), "")]
    return {"shown": shown, "event": shown.event, "funding": funding_of(shown.event.project), "trail": trail, **more}


def _done(code: str, event: int, state: str) -> HttpResponse:
    """The outcome goes with the address, signed: the page after it knows nobody's name."""
    said = signing.dumps(str(state), salt=SALT)
    address = reverse("dissemination:event_registered", args=[code, event])
    return redirect(f"{address}?as={said}")


@short_way
@public
def event_registered(request: HttpRequest, code: str, event: int) -> HttpResponse:
    """What came of it: a seat, a place on the waiting list, or a word from the organiser to come."""
    said = request.GET.get("as", "")
    try:
        state = signing.loads(said, salt=SALT, max_age=24 * 3600)
    except (signing.BadSignature, ValueError):
        return redirect(Shown(get_object_or_404(public_events(), project__code=code, pk=event)).url)
    if is_for_everybody(request, "as") and (prepared := page_key(code, event)):
        draw = partial(_outcome_for_everybody, request, code, event, state)
        return outcome_for((state, prepared), draw, said=said)
    return _outcome(request, code, event, state)


def _outcome_for_everybody(request: HttpRequest, code: str, event: int, state: str) -> str:
    request.META["QUERY_STRING"] = f"as={SAID}"  # the page links to itself in other languages
    return _outcome(request, code, event, state).text


def _outcome(request: HttpRequest, code: str, event: int, state: str) -> HttpResponse:
    shown = Shown(get_object_or_404(public_events(), project__code=code, pk=event))
    return render(request, "dissemination/registered.html", _context(shown, state=state))
