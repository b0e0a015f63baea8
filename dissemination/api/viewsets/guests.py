"""Who registered: names are for whoever may know them, and every reading is logged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import QueryDict
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core import audit
from core.api.viewsets import once
from core.problems import stop_on
from dissemination.api.base import stop_on_foreign
from dissemination.api.filters import RegistrationFilter
from dissemination.api.serializers.events import WhySerializer
from dissemination.api.serializers.guests import (
    NewRegistrationSerializer,
    RegistrationSerializer,
)
from dissemination.enums import RegistrationSource
from dissemination.models import Event, Registration
from dissemination.rules.questions import PREFIX
from dissemination.services import registrations
from dissemination.services.categories import guest_categories
from dissemination.services.reading import read_registration
from dissemination.services.registering import register
from network.api.base import NetworkReadViewSet


def as_posted(given: Mapping[str, Any]) -> QueryDict:
    """What a program sends, as the page's form would post it: one reader for both."""
    posted = QueryDict(mutable=True)
    for name, value in given.items():
        if value not in (None, False) and name not in ("event", "answers", "language"):
            posted[name] = str(getattr(value, "pk", value))
    for key, values in given.get("answers", {}).items():
        posted.setlist(PREFIX + key, values)
    return posted


@extend_schema(tags=["Registrations"])
class RegistrationViewSet(NetworkReadViewSet):
    """Who registered for events of one's own partner; for coordinators and auditors, of all partners.

    Entering somebody is for organisers; guests register on the event's public page.
    """

    model = Registration
    queryset = Registration.objects.all()
    serializer_class = RegistrationSerializer
    filterset_class = RegistrationFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "dissemination.view_registration", "retrieve": "dissemination.view_registration",
        "create": "dissemination.add_event", "confirm": "dissemination.change_registration",
        "decline": "dissemination.change_registration", "cancel": "dissemination.change_registration",
    }  # fmt: skip

    def rows(self, visible: QuerySet[Registration]) -> QuerySet[Registration]:
        return visible.select_related("event__project", "event__partner")

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The registrations of one page; that their names were read is kept in the log."""
        response = super().list(request, *args, **kwargs)
        if shown := [row["id"] for row in response.data["results"]]:
            audit.record("dissemination.registrations.listed", target=None, by=self.user, registrations=shown)
        return response

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One registration; that it was opened is kept in the log."""
        registration = self.get_object()
        audit.record("dissemination.registration.opened", target=registration, by=self.user)
        return Response(self.get_serializer(registration).data)

    @extend_schema(request=NewRegistrationSerializer, responses={201: RegistrationSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Enter somebody who wrote or rang: the same rules for seats and the queue, and the same mail.

        An address that is registered already is answered with the registration that is there.
        """
        given = self.valid(NewRegistrationSerializer)
        event: Event = given["event"]
        self.require("dissemination.change_event", event)
        stop_on_foreign(given, event.project)
        guest, problems = read_registration(
            as_posted(given), event=event, categories=guest_categories(event.project), language=given["language"],
            needs_email=False,
        )  # fmt: skip
        stop_on(problems)
        made = register(event=event, guest=guest, source=RegistrationSource.ORGANISER, by=self.user).registration
        return Response(self.shown(made), status=201)

    @extend_schema(request=None, responses=RegistrationSerializer)
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, pk: Any = None) -> Response:
        """Say yes to somebody who waits for the organiser, or give a seat out of turn."""
        return self.decide(registrations.confirm_registration)

    @extend_schema(request=WhySerializer, responses=RegistrationSerializer)
    @action(detail=True, methods=["post"])
    def decline(self, request: Request, pk: Any = None) -> Response:
        """Say no, with a reason that the mail tells."""
        self.get_object()
        return self.decide(registrations.decline_registration, **self.valid(WhySerializer))

    @extend_schema(request=None, responses=RegistrationSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any = None) -> Response:
        """Give the seat back; whoever waits first is offered it. Cancelling twice changes nothing."""
        return self.decide(registrations.cancel_registration)

    def decide(self, change: Callable[..., Registration], **how: str) -> Response:
        return Response(self.shown(change(registration=self.get_object(), by=self.user, **how)))

    def shown(self, registration: Registration) -> Any:
        return self.get_serializer(self.get_queryset().get(pk=registration.pk)).data
