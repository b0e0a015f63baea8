"""What the viewsets of the network share."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied

from core.api.viewsets import HouseViewSet, ReadViewSet
from network.models import Project


class NetworkViewSet(HouseViewSet):
    def may_begin(self, permission: str) -> bool:
        """Whether the user may do this in any project; the partner chosen is asked of later."""
        user = self.request.user
        return any(user.has_perm(permission, project) for project in Project.objects.visible_to(user))

    def require(self, permission: str, thing: Any) -> None:
        """403 unless the user has the permission on what the body named."""
        if not self.request.user.has_perm(permission, thing):
            raise PermissionDenied


class NetworkReadViewSet(NetworkViewSet, ReadViewSet):
    """Lists and single rows of the network."""
