"""Signing in of programs by a personal token in the header."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from accounts import second_factor
from accounts.models import AccessToken, User
from accounts.services.tokens import find_token, note_use


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer …`; whoever must have a second factor on the pages needs it here too."""

    def authenticate(self, request: Request) -> tuple[User, AccessToken] | None:
        scheme, _space, given = get_authorization_header(request).partition(b" ")
        if scheme.lower() != b"bearer":
            return None
        token = find_token(given.strip().decode("ascii", "replace"))
        if token is None:
            raise AuthenticationFailed(_("The token is unknown, has ended or was revoked."))
        if second_factor.is_missing(token.user):
            raise PermissionDenied(_("This account must set up a second factor first."))
        note_use(token)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the interface's description names it."""

    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}
