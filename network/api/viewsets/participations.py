"""Who took part in what: noted, corrected and decided on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core import audit
from core.api.viewsets import once
from core.enums import ApiScope
from network.api.base import NetworkReadViewSet
from network.api.filters import ParticipationFilter
from network.api.serializers.participations import (
    CorrectParticipationSerializer,
    NoteParticipationSerializer,
    ParticipationSerializer,
)
from network.api.serializers.verification import DecidedSerializer, RecordsSerializer, RecordsWithReasonSerializer
from network.enums import ParticipationState
from network.models import Occasion, Participation, Person
from network.services.correction import correct_participation, delete_draft
from network.services.participation import Attendee, note_participations
from network.services.verification import Decided, decide_against, submit_participations, verify_participations

# Where the API's words differ from the service's.
OF_THAT_DAY = {"function_then": "function", "organisation_then": "organisation", "country_then": "country"}


@extend_schema(tags=["Participations"])
class ParticipationViewSet(NetworkReadViewSet):
    """The records that the quota board counts: noted by one person, verified by another."""

    model = Participation
    queryset = Participation.objects.all()
    serializer_class = ParticipationSerializer
    filterset_class = ParticipationFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_participation", "retrieve": "network.view_participation",
        "create": "network.add_participation", "partial_update": "network.change_participation",
        "destroy": "network.change_participation", "submit": "network.add_participation",
        "verify": "network.verify_participations", "send_back": "network.verify_participations",
        "reject": "network.verify_participations",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("verify", "send_back", "reject"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[Participation]) -> QuerySet[Participation]:
        return visible.select_related("project").prefetch_related("evidence")

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One record; that it was opened is kept in the log."""
        record = self.get_object()
        audit.record("network.participation.opened", target=record, by=self.user)
        return Response(self.get_serializer(record).data)

    @extend_schema(
        request=NoteParticipationSerializer, responses={200: ParticipationSerializer, 201: ParticipationSerializer}
    )
    @once
    def create(self, request: Request) -> Response:
        """Note one participation. Noted already, it is answered as it is, with 200."""
        given: dict[str, Any] = self.valid(NoteParticipationSerializer)
        place = {name: given.pop(name) for name in ("occasion", "partner")}
        self.require("network.write_for_partner", place["partner"])
        settings = {name: given.pop(name) for name in ("evidence", "submit") if name in given}
        subject = given.pop("person", None) or given.pop("organisation", None)
        attendee = Attendee(subject, **{OF_THAT_DAY.get(name, name): value for name, value in given.items()})
        made = note_participations(**place, **settings, attendees=[attendee], by=self.user)
        record = made[0] if made else self.known(attendee, **place)
        return Response(self.get_serializer(record).data, status=201 if made else 200)

    def known(self, attendee: Attendee, *, occasion: Occasion, partner: Any) -> Participation:
        subject = {"person" if isinstance(attendee.subject, Person) else "organisation": attendee.subject}
        day = attendee.held_on or occasion.held_on
        rows = self.get_queryset().filter(occasion=occasion, partner=partner, category=attendee.category, held_on=day)
        found: Participation = rows.get(**subject)
        return found

    @extend_schema(request=CorrectParticipationSerializer, responses=ParticipationSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Correct a record. What a verified figure rests on is to be verified again afterwards."""
        record = self.get_object()
        corrected = correct_participation(record=record, by=self.user, **self.valid(CorrectParticipationSerializer))
        return Response(self.get_serializer(self.get_queryset().get(pk=corrected.pk)).data)

    def destroy(self, request: Request, pk: Any = None) -> Response:
        """Take back a draft. Records that were handed in are rejected instead."""
        delete_draft(record=self.get_object(), by=self.user)
        return Response(status=204)

    @extend_schema(request=RecordsSerializer, responses=DecidedSerializer, filters=False)
    @action(detail=False, methods=["post"])
    def submit(self, request: Request) -> Response:
        """Hand drafts and returned records in for verification."""
        return self.decide(RecordsSerializer, submit_participations)

    @extend_schema(request=RecordsSerializer, responses=DecidedSerializer, filters=False)
    @action(detail=False, methods=["post"])
    def verify(self, request: Request) -> Response:
        """Verify records of others that have the evidence their category asks for."""
        return self.decide(RecordsSerializer, verify_participations)

    @extend_schema(request=RecordsWithReasonSerializer, responses=DecidedSerializer, filters=False)
    @action(detail=False, methods=["post"], url_path="return")
    def send_back(self, request: Request) -> Response:
        """Return records to whoever recorded them, with a reason."""
        return self.decide(RecordsWithReasonSerializer, decide_against, state=ParticipationState.RETURNED)

    @extend_schema(request=RecordsWithReasonSerializer, responses=DecidedSerializer, filters=False)
    @action(detail=False, methods=["post"])
    def reject(self, request: Request) -> Response:
        """Reject records for good, with a reason."""
        return self.decide(RecordsWithReasonSerializer, decide_against, state=ParticipationState.REJECTED)

    def decide(self, form: type[RecordsSerializer], service: Callable[..., Decided], **how: Any) -> Response:
        decided = service(by=self.user, **self.valid(form), **how)
        skipped = [
            {"record": record.pk, "problems": [str(problem.message) for problem in problems]}
            for record, problems in decided.skipped
        ]
        return Response({"done": decided.done, "skipped": skipped})
