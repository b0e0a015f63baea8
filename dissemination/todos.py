"""What waits for organisers: answers to guests, and events that are over but not marked as held."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.labels import in_language
from core.todos import ToDo, register
from dissemination.enums import EventState, RegistrationState
from dissemination.models import Event
from network.enums import Role
from network.scope import Asker
from network.todos import held

SHOWN = 10


@register
def guests_to_answer(user: Asker) -> Iterator[ToDo]:
    """Registrations that the organiser confirms one by one."""
    events = Event.objects.filter(
        held(user, Role.MANAGER, Role.CONTRIBUTOR), ends_at__gte=timezone.now(),
        registrations__state=RegistrationState.PENDING,
    )  # fmt: skip
    rows = events.annotate(count=Count("registrations")).order_by("starts_at", "pk")
    found = rows.values_list("pk", "project__code", "title", "starts_at", "count")
    for pk, code, title, starts_at, count in found[:SHOWN]:
        words = ngettext("%(count)d guest waits for your answer", "%(count)d guests wait for your answer", count)
        place = reverse("dissemination:registration_list", args=[code, pk])
        yield ToDo(
            title=words % {"count": count}, url=f"{place}?state={RegistrationState.PENDING}", due=starts_at.date(),
            weight=60, note=in_language(title),
        )  # fmt: skip


@register
def events_to_hold(user: Asker) -> Iterator[ToDo]:
    """Events that are over: did they take place?"""
    over = Event.objects.filter(held(user, Role.MANAGER), state=EventState.PUBLISHED, ends_at__lt=timezone.now())
    for pk, code, title in over.order_by("ends_at", "pk").values_list("pk", "project__code", "title")[:SHOWN]:
        yield ToDo(
            title=_("Say whether it took place: %(event)s") % {"event": in_language(title)},
            url=reverse("dissemination:event_detail", args=[code, pk]),
            weight=50,
        )
