"""What the public calendar can be asked."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dissemination.enums import EventKind, EventMode
from dissemination.models import Event
from network.countries import country_name


class CalendarFilter(filters.FilterSet):
    """Coming events, or those that are over; only countries in which there are any."""

    kind = filters.ChoiceFilter(choices=EventKind, label=_("Kind"))
    mode = filters.ChoiceFilter(choices=EventMode, label=_("How it is held"))
    country = filters.ChoiceFilter(choices=(), label=_("Country"))
    when = filters.ChoiceFilter(
        method="by_time", label=_("When"), choices=[("over", _("Events that are over"))], empty_label=_("Coming events")
    )

    class Meta:
        model = Event
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = self.queryset.order_by().exclude(country="").values_list("country", flat=True).distinct()
        self.filters["country"].extra["choices"] = sorted(
            ((code, country_name(code)) for code in codes), key=lambda pair: pair[1]
        )

    def by_time(self, rows: QuerySet[Event], name: str, value: str) -> QuerySet[Event]:
        """What is coming is the question when nothing is asked, so `qs` answers it."""
        return rows

    @property
    def of_any_time(self) -> QuerySet[Event]:
        """All that the other questions leave."""
        return super().qs

    @property
    def qs(self) -> QuerySet[Event]:
        """The next first; of those that are over, the last first."""
        found, now = super().qs, timezone.now()
        if self.form.is_bound and self.form.cleaned_data.get("when") == "over":
            return found.filter(ends_at__lt=now).order_by("-starts_at", "-pk")
        return found.filter(ends_at__gte=now).order_by("starts_at", "pk")
