"""What the filters of the network's lists have in common."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters as filters
from django.db.models import Func, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from core.listing import EMPTY
from network.countries import choices as country_choices
from network.models import Partner, Project


class ListFilter(filters.FilterSet):
    """Filters of one project's list. `first` names those that always show; the others open on demand."""

    first: ClassVar[tuple[str, ...]] = ("q",)

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        self.project = project
        super().__init__(*args, **kwargs)
        if "partner" in self.filters:
            self.filters["partner"].queryset = Partner.objects.in_project(project).select_related("organisation")

    @property
    def first_fields(self) -> list[BoundField]:
        return [self.form[name] for name in self.first]

    @property
    def more_fields(self) -> list[BoundField]:
        return [field for field in self.form if field.name not in self.first]

    @property
    def more_in_use(self) -> bool:
        return any(self.data.get(field.html_name) not in (None, *EMPTY) for field in self.more_fields)


def country_filter(**kwargs: Any) -> filters.ChoiceFilter:
    return filters.ChoiceFilter(label=_("Country"), choices=country_choices, **kwargs)


def how_many(rows: QuerySet[Any]) -> Coalesce:
    """A count beside each row, reckoned only for the rows that are shown."""
    counted = (
        rows.order_by()
        .annotate(how_many=Func(Value(1), function="COUNT", output_field=IntegerField()))
        .values("how_many")
    )
    return Coalesce(Subquery(counted), 0)
