"""The records of a project as rows of a sheet, in one statement however many they are."""

from __future__ import annotations

from typing import Any

from django.db.models import IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from network.models import Participation
from network.scope import Asker, scope_of

COLUMNS = (
    (_("Record"), "pk"),
    (_("Date"), "held_on"),
    (_("Given name"), "person__given_name"),
    (_("Family name"), "person__family_name"),
    (_("Organisation"), "organisation__name"),
    (_("Organisation that day"), "organisation_then__name"),
    (_("Function that day"), "function_then"),
    (_("Country that day"), "country_then"),
    (_("Category"), "category__code"),
    (_("Partner"), "partner__organisation__name"),
    (_("Occasion"), "occasion__title"),
    (_("Kind"), "occasion__kind"),
    (_("Place"), "occasion__place"),
    (_("Mode"), "mode"),
    (_("Role"), "role"),
    (_("Hours"), "hours"),
    (_("State"), "state"),
    (_("Period"), "period__name"),
    (_("Note"), "note"),
)


def record_header() -> list[str]:
    return [*(str(label) for label, _column in COLUMNS), str(_("Late"))]


def record_rows(records: QuerySet[Participation], user: Asker) -> QuerySet[Any, tuple[Any, ...]]:
    """What `record_header` names, newest last. Minors are left out for everybody but their own partner."""
    own = {partner for _project, partner, _role in scope_of(user).roles if partner}
    foreign_minor = Q(person__is_minor=True) & ~Q(partner__in=own)
    late = Cast("is_late", IntegerField())
    listed = records.exclude(foreign_minor).order_by("held_on", "pk")
    return listed.values_list(*(column for _label, column in COLUMNS), late)
