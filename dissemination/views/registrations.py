"""Who registered: listed, handed out as a sheet, entered, changed, confirmed, declined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from core.labels import in_language
from core.listing import Listing
from core.pages import page, tell
from core.problems import Problem, ProblemsFound
from core.requests import SignedInRequest
from dissemination.enums import RegistrationSource
from dissemination.forms.guests import answers_as_posted, guest_sheet
from dissemination.listings.guests import GuestFilter, guest_columns, guest_rows
from dissemination.models import Event, Registration
from dissemination.rules.questions import worded
from dissemination.services import registrations
from dissemination.services.categories import guest_categories, inviting_partners
from dissemination.services.reading import read_registration
from dissemination.services.registering import register
from dissemination.views.events import event_tabs, event_trail
from network.forms.reasons import ReasonForm
from network.guards import in_project


def guest_listing(request: SignedInRequest, event: Event) -> tuple[GuestFilter, Listing]:
    found = GuestFilter(request.GET, queryset=guest_rows(event, request.user), project=request.project)
    return found, Listing(request, found.qs, guest_columns(event), sort="name")


@in_project("dissemination.view_event", Event)
def registration_list(request: SignedInRequest, event: Event) -> HttpResponse:
    """Names only for who may know them; the counters are for everybody in the project."""
    filters, listing = guest_listing(request, event)
    if shown := len(listing.page.object_list):
        audit.record("dissemination.registrations.listed", target=event, by=request.user, shown=shown)
    context: dict[str, Any] = {
        "event": event,
        "filters": filters,
        "listing": listing,
        "seats": event.seats.all(),
        "list_url": reverse("dissemination:registration_list", args=[event.project.code, event.pk]),
        "may_write": request.user.has_perm("dissemination.change_event", event),
        "tabs": event_tabs(request, event, "registration_list"),
        "trail": event_trail(event, (_("Registrations"), "")),
    }
    return page(request, "dissemination/registration_list.html", context, partial="results")


@in_project("dissemination.view_event", Event)
def registration_export(request: SignedInRequest, event: Event, kind: str) -> HttpResponse | StreamingHttpResponse:
    if kind not in ("csv", "xlsx"):
        raise Http404
    _filters, listing = guest_listing(request, event)
    audit.record("dissemination.registrations.exported", target=event, by=request.user, kind=kind)
    return listing.sheet(kind, name=f"{event.project.code}-{event.pk}-{_('registrations')}")


@in_project("dissemination.change_event", Event)
def registration_add(request: SignedInRequest, event: Event) -> HttpResponse:
    """Somebody who wrote or rang; the same rules for seats, and the same mail."""

    def keep(guest: Any) -> Registration:
        return register(event=event, guest=guest, source=RegistrationSource.ORGANISER, by=request.user).registration

    return _sheet(request, event, {}, {}, keep, title=_("Register somebody"))


@in_project("dissemination.view_registration", Registration)
def registration_detail(request: SignedInRequest, registration: Registration) -> HttpResponse:
    event = registration.event
    audit.record("dissemination.registration.opened", target=registration, by=request.user)
    asked = registration.form.questions if registration.form else []
    context = {
        "registration": registration,
        "event": event,
        "answers": [
            (in_language(question["label"]), worded(question, registration.answers.get(question["key"])))
            for question in asked
        ],
        "attendances": registration.attendances.select_related("session"),
        "may_write": request.user.has_perm("dissemination.change_registration", registration),
        "trail": event_trail(event, (registration.name, "")),
    }
    return render(request, "dissemination/registration_detail.html", context)


@in_project("dissemination.change_registration", Registration)
def registration_edit(request: SignedInRequest, registration: Registration) -> HttpResponse:
    def keep(guest: Any) -> Registration:
        return registrations.change_registration(registration=registration, guest=guest, by=request.user)

    posted = registrations.as_posted(registration)
    answers = answers_as_posted(registrations.standing_answers(registration))
    return _sheet(request, registration.event, posted, answers, keep, title=_("Change the registration"))


def _sheet(
    request: SignedInRequest, event: Event, posted: Any, answers: Any, keep: Callable[[Any], Registration], *,
    title: str,
) -> HttpResponse:  # fmt: skip
    categories, problems = guest_categories(event.project), list[Problem]()
    if request.method == "POST":
        posted, answers = request.POST, dict(request.POST.lists())
        language = (get_language() or "en")[:2]
        guest, problems = read_registration(
            request.POST, event=event, categories=categories, language=language, needs_email=False
        )
        if not problems:
            try:
                return redirect(keep(guest))
            except ProblemsFound as found:
                problems = list(found.problems)
    sheet = guest_sheet(
        event=event, categories=categories, partners=inviting_partners(event), posted=posted, answers=answers,
        problems=problems,
    )  # fmt: skip
    context = {"event": event, "sheet": sheet, "title": title, "trail": event_trail(event, (title, ""))}
    return render(request, "dissemination/registration_form.html", context, status=422 if problems else 200)


@require_POST
@in_project("dissemination.change_registration", Registration)
def registration_confirm(request: SignedInRequest, registration: Registration) -> HttpResponse:
    return _change(request, registration, registrations.confirm_registration, _("The seat is confirmed."))


@require_POST
@in_project("dissemination.change_registration", Registration)
def registration_cancel(request: SignedInRequest, registration: Registration) -> HttpResponse:
    return _change(request, registration, registrations.cancel_registration, _("The registration is cancelled."))


@require_POST
@in_project("dissemination.change_registration", Registration)
def registration_resend(request: SignedInRequest, registration: Registration) -> HttpResponse:
    return _change(request, registration, registrations.send_again, _("The mail is on its way again."))


@in_project("dissemination.change_registration", Registration)
def registration_decline(request: SignedInRequest, registration: Registration) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            registrations.decline_registration(registration=registration, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(registration)
    words = {"title": _("Decline the registration"), "what": _("The guest gets a mail with this reason.")}
    context = {"form": form, "event": registration.event, "back": registration.get_absolute_url(),
               "trail": event_trail(registration.event, (words["title"], "")), **words}  # fmt: skip
    return render(request, "dissemination/event_step.html", context, status=422 if form.errors else 200)


def _change(
    request: SignedInRequest, registration: Registration, change: Callable[..., Any], done: str
) -> HttpResponse:
    try:
        change(registration=registration, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, done)
    return redirect(registration)
