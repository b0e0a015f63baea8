"""Who works for which partner, and who is invited to."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.viewsets import once
from core.enums import ApiScope
from network.api.base import NetworkReadViewSet
from network.api.filters import InvitationFilter, MembershipFilter
from network.api.serializers.team import (
    ChangeMembershipSerializer,
    InvitationSerializer,
    MembershipSerializer,
    NewInvitationSerializer,
)
from network.models import Invitation, Membership
from network.services.invitations import invite, revoke
from network.services.memberships import change_membership, end_membership


@extend_schema(tags=["Team"])
class MembershipViewSet(NetworkReadViewSet):
    """What accounts may do in a project, those that have ended as well."""

    model = Membership
    queryset = Membership.objects.all()
    serializer_class = MembershipSerializer
    filterset_class = MembershipFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_membership", "retrieve": "network.view_membership",
        "partial_update": "network.change_membership", "end": "network.change_membership",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("partial_update", "end"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[Membership]) -> QuerySet[Membership]:
        return visible.select_related("project", "user", "partner__organisation")

    @extend_schema(request=ChangeMembershipSerializer, responses=MembershipSerializer)
    def partial_update(self, request: Request, pk: Any = None) -> Response:
        """Another role, partner or last day, as far as the asker may give them."""
        membership = self.get_object()
        standing = {name: getattr(membership, name) for name in ("role", "partner", "ends_on")}
        facts = standing | self.valid(ChangeMembershipSerializer)
        changed = change_membership(membership=membership, by=self.user, **facts)
        return Response(self.get_serializer(changed).data)

    @extend_schema(request=None, responses=MembershipSerializer)
    @action(detail=True, methods=["post"])
    def end(self, request: Request, pk: Any = None) -> Response:
        """Yesterday was its last day. The last coordinator of a project stays."""
        membership = self.get_object()
        end_membership(membership=membership, by=self.user)
        return Response(self.get_serializer(membership).data)


@extend_schema(tags=["Team"])
class InvitationViewSet(NetworkReadViewSet):
    """Addresses that were invited: for the coordinator, and for the manager of their partner."""

    model = Invitation
    queryset = Invitation.objects.all()
    serializer_class = InvitationSerializer
    filterset_class = InvitationFilter
    permissions: ClassVar[dict[str, str]] = {
        "list": "network.view_invitation", "retrieve": "network.view_invitation", "create": "network.invite",
        "revoke": "network.revoke_invitation",
    }  # fmt: skip
    scopes: ClassVar[dict[str, ApiScope]] = dict.fromkeys(("create", "revoke"), ApiScope.DECIDE)

    def rows(self, visible: QuerySet[Invitation]) -> QuerySet[Invitation]:
        return visible.select_related("project")

    @extend_schema(request=NewInvitationSerializer, responses={201: InvitationSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Invite an address to a role; the link is sent to it by mail."""
        given = self.valid(NewInvitationSerializer)
        self.require("network.invite", given["project"])
        return Response(self.get_serializer(invite(by=self.user, **given)).data, status=201)

    @extend_schema(request=None, responses=InvitationSerializer)
    @action(detail=True, methods=["post"])
    def revoke(self, request: Request, pk: Any = None) -> Response:
        """Withdraw an open invitation; one that is not open any more stays as it is."""
        invitation = self.get_object()
        revoke(invitation=invitation, by=self.user)
        invitation.refresh_from_db()
        return Response(self.get_serializer(invitation).data)
