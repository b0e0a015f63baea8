"""The page at the door: search and tick, read tickets; right without script too."""

from __future__ import annotations

import json
from functools import partial
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core import audit
from core.pages import page
from core.requests import SignedInRequest
from dissemination.enums import AttendanceKind
from dissemination.models import Event, Session
from dissemination.rules.check_in import AT_ONCE, Scan, hash_in, read_scans
from dissemination.services import check_in as door
from dissemination.services.door_counts import counts
from dissemination.services.telling_door import Told, told
from dissemination.views.events import event_trail
from network.guards import in_project

PERMISSION = "dissemination.check_in"


@in_project(PERMISSION, Event)
def check_in(request: SignedInRequest, event: Event) -> HttpResponse:
    """The list with its search; without script, a tick or a typed code is a form of its own."""
    session = session_of(request, event)
    if request.method == "POST":
        return _take_one(request, event, session)
    audit.record_hourly("dissemination.door.opened", target=event, by=request.user)
    words = request.GET.get("q", "").strip()
    context: dict[str, Any] = {
        "event": event,
        "session": session,
        "sessions": event.sessions.all(),
        "words": words,
        "guests": door.guests_called(event, words),
        "counts": SimpleLazyObject(partial(counts, event)),  # the list alone does not show them
        "page_nonce": uuid4().hex,
        "trail": event_trail(event, (_("Check-in"), "")),
    }
    return page(request, "dissemination/check_in.html", context, partial="results")


def _take_one(request: SignedInRequest, event: Event, session: Session | None) -> HttpResponse:
    ticked = request.POST.get("guest", "")
    token_hash = ticked or hash_in(request.POST.get("code", ""))
    kind = AttendanceKind.BY_NAME if ticked else AttendanceKind.SCAN
    nonce = f"{request.POST.get('nonce', '')[:32]}:{token_hash[:30]}" if ticked else uuid4().hex
    scan = Scan(nonce=nonce, token_hash=token_hash, seen_at=timezone.now(), kind=kind)
    answer = told(door.take_scans(event=event, scans=[scan], by=request.user, session=session)[0], event)
    messages.add_message(request, LEVELS[answer.tone], answer.text)
    query = f"?session={session.pk}" if session else ""
    return redirect(reverse("dissemination:check_in", args=[event.project.code, event.pk]) + query)


LEVELS = {"ok": messages.SUCCESS, "warn": messages.WARNING, "bad": messages.ERROR}


@require_POST
@in_project(PERMISSION, Event)
def check_in_scans(request: SignedInRequest, event: Event) -> JsonResponse:
    """Scans of a device, now or after a lost connection: the same ones again get the same answer."""
    try:
        message = json.loads(request.body)
        sent = message["scans"][:AT_ONCE]
        device = str(message.get("device", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"error": _("This message cannot be read.")}, status=400)
    scans, unread = read_scans(sent)
    taken = door.take_scans(
        event=event, scans=scans, by=request.user, device=device, session=session_of(request, event)
    )
    answers = [told(each, event) for each in taken]
    answers += [Told(nonce, "unread", "bad", _("This scan cannot be read.")) for nonce in unread]
    return JsonResponse({"results": [answer.as_dict() for answer in answers]})


@in_project(PERMISSION, Event)
def check_in_guests(request: SignedInRequest, event: Event) -> JsonResponse:
    """Names and hashes for the memory of the device."""
    audit.record("dissemination.guests.handed_to_device", target=event, by=request.user)
    return JsonResponse(door.guests_for_device(event))


@in_project(PERMISSION, Event)
def check_in_counts(request: SignedInRequest, event: Event) -> HttpResponse:
    """What every open page asks for every few seconds."""
    context = {"event": event, "counts": counts(event)}
    return render(request, "dissemination/check_in.html#counts", context)


@in_project(PERMISSION, Event)
def check_in_odd(request: SignedInRequest, event: Event) -> HttpResponse:
    """Scans before the day, after the end or of somebody without a seat, until somebody says what is true."""
    if request.method == "POST":
        chosen = [int(pk) for pk in request.POST.getlist("attendance") if pk.isdecimal()]
        decide = door.refuse_attendances if request.POST.get("decision") == "refuse" else door.confirm_attendances
        done = decide(event=event, chosen=chosen, by=request.user)
        messages.success(request, ngettext("%(done)d decided.", "%(done)d decided.", done) % {"done": done})
        return redirect("dissemination:check_in_odd", event.project.code, event.pk)
    audit.record_hourly("dissemination.odd_scans.opened", target=event, by=request.user)
    trail = event_trail(event, (_("To be confirmed"), ""))
    context = {"event": event, "rows": door.to_confirm(event)[:500], "trail": trail}
    return render(request, "dissemination/check_in_odd.html", context)


def session_of(request: HttpRequest, event: Event) -> Session | None:
    """The session at whose door somebody stands, or None at the event's."""
    asked = request.GET.get("session", "")
    return get_object_or_404(event.sessions, pk=asked) if asked.isdecimal() else None
