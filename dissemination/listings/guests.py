"""The list of those who registered for one event."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.listing import Column
from dissemination.enums import RegistrationSource, RegistrationState
from dissemination.models import Attendance, Event, Registration
from dissemination.rules.questions import worded
from network.countries import country_name
from network.enums import Mode
from network.listings.base import ListFilter
from network.scope import Asker


class GuestFilter(ListFilter):
    q = filters.CharFilter(method="by_words", label=_("Name, e-mail or organisation"))
    state = filters.ChoiceFilter(choices=RegistrationState, label=_("State"))
    mode = filters.ChoiceFilter(choices=Mode, label=_("Way of taking part"))
    source = filters.ChoiceFilter(choices=RegistrationSource, label=_("Source"))
    first = ("q", "state", "mode")

    class Meta:
        model = Registration
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Registration], name: str, value: str) -> QuerySet[Registration]:
        return rows.filter(
            Q(name__icontains=value) | Q(email_key__contains=value.casefold()) | Q(organisation_name__icontains=value)
        )


def guest_rows(event: Event, user: Asker) -> QuerySet[Registration]:
    """Those the user may know by name, each with whether they were seen."""
    seen = Attendance.objects.counted().filter(registration=OuterRef("pk"))
    rows = Registration.objects.visible_to(user).filter(event=event)
    return rows.select_related("category", "form", "invited_by__organisation").annotate(was_there=Exists(seen))


def yes(value: bool) -> Any:
    return _("yes") if value else ""


def guest_columns(event: Event) -> tuple[Column, ...]:
    """The columns of everybody, and one for each of the event's own questions."""
    return (*COLUMNS, *(own_column(question) for question in (event.form.questions if event.form else ())))


def own_column(question: dict[str, Any]) -> Column:
    return Column(
        f"q_{question['key']}", question["label"].get("en") or next(iter(question["label"].values()), question["key"]),
        lambda row: own_answer(row, question["key"]), standard=False,
    )  # fmt: skip


def own_answer(row: Registration, key: str) -> str:
    """In the words of the questions that this guest was asked: the same key may have meant something else."""
    asked = {question["key"]: question for question in (row.form.questions if row.form else ())}
    return worded(asked[key], row.answers.get(key)) if key in asked else ""


COLUMNS = (
    Column("name", _("Name"), lambda row: row.name, sort=("name",)),
    Column("email", _("E-mail"), lambda row: row.email, sort=("email_key",), standard=False),
    Column("organisation", _("Organisation"), lambda row: row.organisation_name, sort=("organisation_name",)),
    Column("address", _("Address"), lambda row: row.organisation_address, standard=False),
    Column("country", _("Country"), lambda row: country_name(row.country), sort=("country",),
           plain=lambda row: row.country),
    Column("function", _("Function"), lambda row: row.function, sort=("function",)),
    Column("category", _("Comes as"), lambda row: row.category, standard=False),
    Column("invited", _("Invited by"), lambda row: row.invited_by or "", standard=False),
    Column("mode", _("Way of taking part"), lambda row: row.get_mode_display(), sort=("mode",), standard=False),
    Column("language", _("Language"), lambda row: row.language, sort=("language",), standard=False),
    Column("state", _("State"), lambda row: row.get_state_display(), sort=("state",)),
    Column("place", _("Order of arrival"), lambda row: row.place, sort=("place",), number=True),
    Column("there", _("Was there"), lambda row: yes(row.was_there), sort=("was_there",)),
    Column("registered", _("Registered"), lambda row: row.created_at, sort=("created_at",), standard=False),
    Column("access", _("Access needs"), lambda row: row.access_needs, standard=False),
    Column("diet", _("Dietary needs"), lambda row: row.diet_needs, standard=False),
    Column("photos", _("Photos"), lambda row: yes(row.photo_consent), standard=False),
)  # fmt: skip
