"""What lists may be narrowed by."""

from __future__ import annotations

from django_filters import rest_framework as filters

from dissemination.models import Activity, Attendance, Certificate, Event, PlannedActivity, PlannedEvent, Registration
from network.api.filters import ByProject, IdFilter


class PlannedActivityFilter(ByProject):
    partner = IdFilter("partner_id")
    group = IdFilter("group_id")
    channel = IdFilter("channel_id")

    class Meta:
        model = PlannedActivity
        fields = ("project", "partner", "group", "channel")


class PlannedEventFilter(ByProject):
    partner = IdFilter("partner_id")

    class Meta:
        model = PlannedEvent
        fields = ("project", "partner", "kind")


class ActivityFilter(ByProject):
    partner = IdFilter("partner_id")
    planned = IdFilter("planned_id")
    event = IdFilter("event_id")
    group = IdFilter("group_id")
    done_from = filters.DateFilter("done_on", "gte")
    done_to = filters.DateFilter("done_on", "lte")

    class Meta:
        model = Activity
        fields = ("project", "partner", "planned", "event", "group")


class EventFilter(ByProject):
    partner = IdFilter("partner_id")
    planned = IdFilter("planned_id")
    starts_from = filters.IsoDateTimeFilter("starts_at", "gte")
    starts_to = filters.IsoDateTimeFilter("starts_at", "lte")

    class Meta:
        model = Event
        fields = ("project", "partner", "planned", "kind", "mode", "state")


class OfEventFilter(filters.FilterSet):
    project = filters.CharFilter("event__project__code", help_text="The project's code.")
    event = IdFilter("event_id")


class RegistrationFilter(OfEventFilter):
    class Meta:
        model = Registration
        fields = ("project", "event", "state", "mode", "source")


class AttendanceFilter(OfEventFilter):
    registration = IdFilter("registration_id")

    class Meta:
        model = Attendance
        fields = ("project", "event", "registration", "outcome", "kind")


class CertificateFilter(OfEventFilter):
    registration = IdFilter("registration_id")

    class Meta:
        model = Certificate
        fields = ("project", "event", "registration", "serial")
