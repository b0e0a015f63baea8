"""Events: read, written down, changed, and brought from state to state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from core.enums import ApiScope
from core.problems import Problem, stop_on
from dissemination.api.base import stop_on_foreign
from dissemination.api.filters import EventFilter
from dissemination.api.serializers.events import (
    ChangeEventSerializer,
    EventSerializer,
    NewEventSerializer,
    NotedSerializer,
    WhySerializer,
)
from dissemination.api.serializers.guests import (
    AttendanceSerializer,
    CertificateSerializer,
    NewAttendanceSerializer,
)
from dissemination.models import Event
from dissemination.rules.check_in import Scan
from dissemination.services import steps
from dissemination.services.check_in import take_scans
from dissemination.services.events import Plan, change_event, create_event
from dissemination.services.holding import Noted, hold_event, note_attended
from dissemination.services.papers.certificates import issue_certificates
from network.api.base import NetworkReadViewSet

STEPS = ("publish", "postpone", "cancel", "hold", "close", "reopen")


def plan_of(facts: Mapping[str, Any], *, before: Event | None = None) -> Plan:
    """An event as the service takes it; what is not named stays as it is."""
    hung = {
        name: facts.get(name, list(getattr(before, name).all()) if before else [])
        for name in ("co_organisers", "results")
    }
    columns = {name: value for name, value in facts.items() if name not in (*hung, "capacity", "shares")}
    shares = {share["partner"]: share["seats"] for share in facts["shares"]} if "shares" in facts else None
    return Plan(facts=columns, capacity=facts.get("capacity", {}), shares=shares, **hung)


@extend_schema(tags=["Events"])
class EventViewSet(NetworkReadViewSet):
    """Events of one's projects, drafts too. Guests are mailed what concerns them, as from the pages."""

    model = Event
    queryset = Event.objects.all()
    serializer_class = EventSerializer
    filterset_class = EventFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "dissemination.view_event", "retrieve": "dissemination.view_event",
        "create": "dissemination.add_event", "partial_update": "dissemination.change_event",
        "publish": "dissemination.publish_event", "postpone": "dissemination.publish_event",
        "cancel": "dissemination.publish_event", "hold": "dissemination.hold_event",
        "note": "dissemination.hold_event", "close": "dissemination.close_event",
        "reopen": "dissemination.reopen_event", "attendances": "dissemination.check_in",
        "certificates": "dissemination.issue_certificates",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys((*STEPS, "certificates"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[Event]) -> QuerySet[Event]:
        return visible.select_related("project", "partner", "form").prefetch_related(
            "co_organisers", "results", "seats", "shares", "sessions__speakers"
        )

    @extend_schema(request=NewEventSerializer, responses={201: EventSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Write down an event as a draft."""
        facts = self.valid(NewEventSerializer)
        self.require("dissemination.write_event", facts["partner"])
        project = facts["partner"].project
        stop_on_foreign(facts, project)
        return Response(self.shown(create_event(project=project, plan=plan_of(facts), by=self.user)), status=201)

    @extend_schema(request=ChangeEventSerializer, responses=EventSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change an event that still is as it was read; guests are told of another time or place."""
        event: Event = self.get_object()
        facts = self.valid(ChangeEventSerializer)
        seen = facts.pop("seen")
        stop_on_foreign(facts, event.project)
        changed = change_event(event=event, seen=seen, plan=plan_of(facts, before=event), by=self.user)
        return Response(self.shown(changed))

    @extend_schema(request=None, responses=EventSerializer)
    @action(detail=True, methods=["post"])
    def publish(self, request: Request, pk: Any = None) -> Response:
        """Let strangers read it and register; after a postponement guests are told the new date."""
        return self.step(steps.publish_event)

    @extend_schema(request=WhySerializer, responses=EventSerializer)
    @action(detail=True, methods=["post"])
    def postpone(self, request: Request, pk: Any = None) -> Response:
        """The date does not hold: registrations stay, and everybody gets the reason by mail."""
        return self.step(steps.postpone_event, **self.why())

    @extend_schema(request=WhySerializer, responses=EventSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any = None) -> Response:
        """It does not take place: nothing is deleted, and everybody gets the reason by mail."""
        return self.step(steps.cancel_event, **self.why())

    @extend_schema(request=None, responses=EventSerializer)
    @action(detail=True, methods=["post"])
    def close(self, request: Request, pk: Any = None) -> Response:
        """All that proves it is there: it is changed no more."""
        return self.step(steps.close_event)

    @extend_schema(request=WhySerializer, responses=EventSerializer)
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: Any = None) -> Response:
        """Let a closed event be changed again, with a reason."""
        return self.step(steps.reopen_event, **self.why())

    @extend_schema(request=None, responses=NotedSerializer)
    @action(detail=True, methods=["post"])
    def hold(self, request: Request, pk: Any = None) -> Response:
        """Say that it took place: whoever was seen there becomes a participation."""
        return self.noted(hold_event)

    @extend_schema(request=None, responses=NotedSerializer)
    @action(detail=True, methods=["post"])
    def note(self, request: Request, pk: Any = None) -> Response:
        """Note those who were seen since; noting somebody twice changes nothing."""
        return self.noted(note_attended)

    @extend_schema(request=NewAttendanceSerializer, responses={201: AttendanceSerializer})
    @action(detail=True, methods=["post"])
    @once
    def attendances(self, request: Request, pk: Any = None) -> Response:
        """Say that a guest was seen; whether it counts is judged as at the door."""
        event: Event = self.get_object()
        given = self.valid(NewAttendanceSerializer)
        guest, session = given["registration"], given.get("session")
        stop_on(
            [
                Problem("foreign", _("This belongs to another event."), field=name)
                for name, row in (("registration", guest), ("session", session))
                if row and row.event_id != event.pk
            ]
        )
        scan = Scan(nonce=given["nonce"], token_hash=guest.token_hash, seen_at=given["scanned_at"], kind=given["kind"])
        taken = take_scans(event=event, scans=[scan], by=self.user, device=given.get("device", ""), session=session)
        return Response(AttendanceSerializer(taken[0].row).data, status=201)

    @extend_schema(request=None, responses={201: CertificateSerializer(many=True)}, filters=False)
    @action(detail=True, methods=["post"], pagination_class=None)
    @once
    def certificates(self, request: Request, pk: Any = None) -> Response:
        """Issue one to everybody who earned it and has none; the answer holds the new ones."""
        made = issue_certificates(event=self.get_object(), by=self.user)
        return Response(CertificateSerializer(made, many=True).data, status=201)

    def why(self) -> dict[str, str]:
        self.get_object()  # the right is asked before the body is read
        given: dict[str, str] = self.valid(WhySerializer)
        return given

    def step(self, change: Callable[..., Event], **how: str) -> Response:
        return Response(self.shown(change(event=self.get_object(), by=self.user, **how)))

    def noted(self, note: Callable[..., Noted]) -> Response:
        made = note(event=self.get_object(), by=self.user)
        told = {"records": made.records, "without_category": made.without_category}
        return Response({name: [row.pk for row in rows] for name, rows in told.items()})  # type: ignore[attr-defined]

    def shown(self, event: Event) -> Any:
        return self.get_serializer(self.get_queryset().get(pk=event.pk)).data
