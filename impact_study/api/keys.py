"""Signing in of programs that send responses: the key of a channel opens that channel and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from impact_study.enums import ChannelKind
from impact_study.models import Channel
from impact_study.services.channels import key_hash
from impact_study.services.entrances import Entrance, entrance_of

SCHEME = "Channel-Key"


@dataclass(frozen=True)
class Program:
    """Who sends: no account, only the way in that its key opens."""

    entrance: Entrance
    is_authenticated: bool = True
    is_active: bool = True

    @property
    def pk(self) -> str:
        return f"channel-{self.entrance.channel.pk}"

    def has_perm(self, permission: str, thing: object = None) -> bool:
        return False


class ChannelKeyAuthentication(BaseAuthentication):
    """`Authorization: Channel-Key …`"""

    def authenticate(self, request: Request) -> tuple[Program, None] | None:
        scheme, _space, given = get_authorization_header(request).partition(b" ")
        if scheme.lower() != SCHEME.lower().encode():
            return None
        hashed = key_hash(given.strip().decode("ascii", "replace"))
        rows = Channel.objects.filter(key_hash=hashed, kind=ChannelKind.PROGRAM, revoked_at=None)
        slug = rows.values_list("slug", flat=True).first()
        entrance = entrance_of(slug) if slug else None
        if entrance is None:
            raise AuthenticationFailed(_("This key opens no survey, or was withdrawn."))
        return Program(entrance), None

    def authenticate_header(self, request: Request) -> str:
        return SCHEME


class ChannelKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the interface's description names it."""

    target_class = ChannelKeyAuthentication
    name = "channelKey"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "header", "name": "Authorization", "description": f"{SCHEME} <key>"}


class HasChannelKey(BasePermission):
    def has_permission(self, request: Request, view: Any) -> bool:
        return isinstance(request.user, Program)
