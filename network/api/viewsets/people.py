"""The people that partners know."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core import audit
from core.api.viewsets import once
from network.api.base import NetworkReadViewSet
from network.api.filters import PersonFilter
from network.api.serializers.directory import (
    ChangePersonSerializer,
    PersonSerializer,
    WritePersonSerializer,
)
from network.models import Partner, Person
from network.services.people import OWN_FIELDS, add_person, change_person


@extend_schema(tags=["People"])
class PersonViewSet(NetworkReadViewSet):
    """People of one's own partner; for coordinators and auditors, of all partners. Reading names is logged."""

    model = Person
    queryset = Person.objects.all()
    serializer_class = PersonSerializer
    filterset_class = PersonFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_person", "retrieve": "network.view_person", "create": "network.add_person",
        "partial_update": "network.change_person",
    }  # fmt: skip

    def rows(self, visible: QuerySet[Person]) -> QuerySet[Person]:
        known_at = Partner.objects.visible_to(self.request.user).order_by("pk")
        return visible.prefetch_related("emails", Prefetch("partners", known_at))

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The people of one page; that their names were read is kept in the log."""
        response = super().list(request, *args, **kwargs)
        shown = [row["id"] for row in response.data["results"]]
        if shown:
            audit.record("network.people.listed", target=None, by=self.user, people=shown)
        return response

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One person; that the record was opened is kept in the log."""
        person = self.get_object()
        audit.record("network.person.opened", target=person, by=self.user)
        return Response(self.get_serializer(person).data)

    @extend_schema(request=WritePersonSerializer, responses={201: PersonSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Write down a person known to partners one writes for."""
        facts = self.valid(WritePersonSerializer)
        for partner in facts["partners"]:
            self.require("network.write_for_partner", partner)
        return Response(self.shown(add_person(facts=facts, by=self.user)), status=201)

    @extend_schema(request=ChangePersonSerializer, responses=PersonSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Change what is known of a person; what is not named stays."""
        person: Person = self.get_object()
        given = self.valid(ChangePersonSerializer)
        own = [known for known in person.partners.all() if self.user.has_perm("network.write_for_partner", known)]
        facts = {name: getattr(person, name) for name in OWN_FIELDS}
        facts |= {"partners": own, "emails": [email.address for email in person.emails.all()], **given}
        for partner in facts["partners"]:
            self.require("network.write_for_partner", partner)
        project = facts["partners"][0].project if facts["partners"] else None
        if project is None:
            raise PermissionDenied
        changed = change_person(person=person, seen=facts.pop("seen"), facts=facts, project=project, by=self.user)
        return Response(self.shown(changed))

    def shown(self, person: Person) -> Any:
        return self.get_serializer(self.get_queryset().get(pk=person.pk)).data
