"""What becomes of guests and speakers when a person is erased: the rows stay for the figures, the words go."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from dissemination.models import Certificate, Registration, Speaker
from dissemination.services.cleaning import EMPTY
from network.models import PersonEmail
from network.rules.names import email_key
from network.services.erasure import also_forget


@also_forget
def forget_guests(people: list[int]) -> None:
    guests = list(guests_of(people).values_list("pk", flat=True))
    Registration.objects.filter(pk__in=guests).update(**EMPTY)
    Certificate.objects.filter(registration__in=guests).update(holder_name="")
    Speaker.objects.filter(person__in=people).update(name="", function="", organisation="")


def guests_of(people: list[int]) -> QuerySet[Registration]:
    """Those matched with the people, and those not matched yet who registered with an address of theirs.

    A mailbox that somebody else is known by too does not say who registered.
    """
    known = PersonEmail.objects.filter(person__in=people).values_list("address", flat=True)
    used = Registration.objects.filter(person__in=people).exclude(email_key="").values_list("email_key", flat=True)
    addresses = {*map(email_key, known), *used}
    others = PersonEmail.objects.exclude(person__in=people).annotate(key=Lower("address"))
    shared = set(others.filter(key__in=addresses).values_list("key", flat=True))
    return Registration.objects.filter(Q(person__in=people) | Q(person=None, email_key__in=addresses - shared))
