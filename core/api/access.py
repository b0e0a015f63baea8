"""Who may call an action: the same permissions as on the pages, and what the token was made for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from core.enums import ApiScope

if TYPE_CHECKING:
    from core.api.viewsets import HouseViewSet


class NamedAction(BasePermission):
    """An action that the viewset's table does not name is closed to everybody."""

    def has_permission(self, request: Request, view: HouseViewSet) -> bool:  # type: ignore[override]
        if not (request.user.is_authenticated and request.user.is_active):
            return False
        if view.action in (None, "metadata"):
            return True  # no such method here: the answer is 405
        permission = view.permissions.get(view.action)
        if permission is None or not self.has_scope(request, view):
            return False
        return view.detail or request.method in SAFE_METHODS or view.may_begin(permission)

    def has_object_permission(self, request: Request, view: HouseViewSet, obj: Any) -> bool:  # type: ignore[override]
        return bool(request.user.has_perm(view.permissions[view.action], obj))

    def has_scope(self, request: Request, view: HouseViewSet) -> bool:
        """A session may do all its user may; a token what it was made for."""
        token: Any = request.auth
        if token is None:
            return True
        usual = ApiScope.READ if request.method in SAFE_METHODS else ApiScope.WRITE
        scope = view.scopes.get(view.action, usual)
        if token.allows(scope):
            return True
        self.message = _('This token was not made for "%(scope)s".') % {"scope": scope.label}
        return False
