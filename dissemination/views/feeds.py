"""Private calendar addresses: one's own, and what calendars read under them."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.guards import guard, public, signed_in
from core.mail import site_url
from core.requests import SignedInRequest
from dissemination.forms.links import LinkForm
from dissemination.models import CalendarLink
from dissemination.services.calendars import of_events
from dissemination.services.feeds import events_of, link_of, make_link, revoke_link
from dissemination.views.calendar import calendar_file


@signed_in
def calendar_links(request: SignedInRequest) -> HttpResponse:
    """One's addresses. A new one is shown once: only a hash of it is kept."""
    form, address = LinkForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        _link, token = make_link(name=form.cleaned_data["name"], by=request.user)
        address = site_url(reverse("dissemination:private_ics", args=[token]))
        form = LinkForm()
    context = {
        "form": form,
        "address": address,
        "links": CalendarLink.objects.visible_to(request.user).filter(revoked_at=None),
        "trail": [(_("Calendar"), "")],
    }
    return render(request, "dissemination/calendar_links.html", context, status=422 if form.errors else 200)


@require_POST
@guard("dissemination.revoke_calendarlink", CalendarLink)
def calendar_link_revoke(request: SignedInRequest, link: CalendarLink) -> HttpResponse:
    revoke_link(link=link, by=request.user)
    return redirect("dissemination:calendar_links")


@public
@never_cache
def private_ics(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar program reads: whoever has the address sees what its owner may."""
    link = link_of(token)
    if link is None:
        raise Http404
    return calendar_file(of_events(events_of(link), name=settings.SITE_NAME), "events")
