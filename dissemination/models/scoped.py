"""Who may read what names the guests of an event."""

from __future__ import annotations

from django.db import models

from dissemination.models.event import Event
from network.models.scoped import PersonalDataQuerySet
from network.scope import Scope


class GuestDataQuerySet[M: models.Model](PersonalDataQuerySet[M]):
    """Rows of an event that name its guests: its co-organisers know them too."""

    def opened_by(self, scope: Scope) -> models.Q:
        shared = Event.co_organisers.through.objects.filter(
            event=models.OuterRef("event"), partner__in=scope.partners_with_names
        )
        return super().opened_by(scope) | models.Q(models.Exists(shared))
