"""After an event: the checklist of proof, files, the survey and the conditions of certificates."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.enums import FileKind
from dissemination.forms.papers import EventFileForm, FollowUpForm
from dissemination.models import Event, EventFile, FollowUp
from dissemination.services.cleaning import absent, forgets_absent_on
from dissemination.services.follow_up import add_file, demands_of, photos, set_follow_up
from dissemination.views.events import event_tabs, event_trail
from network.guards import in_project


@in_project("dissemination.follow_up", Event)
def follow_up(request: SignedInRequest, event: Event) -> HttpResponse:
    kept = FollowUp.objects.filter(event=event).first() or FollowUp(event=event)
    form = FollowUpForm(request.POST or None, initial={name: getattr(kept, name) for name in FollowUpForm.base_fields})
    if request.method == "POST" and form.is_valid():
        set_follow_up(event=event, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("dissemination:follow_up", event.project.code, event.pk)
    return _page(request, event, form, EventFileForm(), kept)


@require_POST
@in_project("dissemination.follow_up", Event)
def event_file_add(request: SignedInRequest, event: Event) -> HttpResponse:
    form = EventFileForm(request.POST, request.FILES)
    if form.is_valid():
        told = form.cleaned_data
        try:
            add_file(
                event=event, kind=FileKind(told["kind"]), upload=told["file"], title=told["title"], by=request.user
            )
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The file is kept."))
            return redirect("dissemination:follow_up", event.project.code, event.pk)
    kept = FollowUp.objects.filter(event=event).first() or FollowUp(event=event)
    initial: dict[str, Any] = {name: getattr(kept, name) for name in FollowUpForm.base_fields}
    return _page(request, event, FollowUpForm(initial=initial), form, kept)


def _page(
    request: SignedInRequest, event: Event, form: FollowUpForm, file_form: EventFileForm, kept: FollowUp
) -> HttpResponse:
    context = {
        "event": event,
        "form": form,
        "file_form": file_form,
        "kept": kept,
        "demands": demands_of(event),
        "photos": photos(event),
        "absent": absent().filter(event=event).count(),
        "forgotten_on": forgets_absent_on(event),
        "files": EventFile.objects.filter(event=event).select_related("evidence__project"),
        "tabs": event_tabs(request, event, "follow_up"),
        "trail": event_trail(event, (_("After the event"), "")),
    }
    return render(
        request, "dissemination/follow_up.html", context, status=422 if form.errors or file_form.errors else 200
    )
