"""The relationships of a project as one filtered table."""

from __future__ import annotations

import django_filters as filters
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from core.forms import DayInput
from core.pages import page
from core.requests import SignedInRequest
from network.enums import RelationshipKind
from network.guards import in_project
from network.models import Project, Relationship
from network.rules.names import fold


class RelationshipFilter(filters.FilterSet):
    q = filters.CharFilter(method="by_name", label=_("Organisation"))
    kind = filters.ChoiceFilter(choices=RelationshipKind, label=_("Relationship"))
    on = filters.DateFilter(method="by_day", label=_("In force on"), widget=DayInput())

    class Meta:
        model = Relationship
        fields: list[str] = []

    def by_name(self, rows: QuerySet[Relationship], name: str, value: str) -> QuerySet[Relationship]:
        key = fold(value)
        return rows.filter(Q(source__name_key__contains=key) | Q(target__name_key__contains=key))

    def by_day(self, rows: QuerySet[Relationship], name: str, value: object) -> QuerySet[Relationship]:
        return rows.exclude(starts_on__gt=value).exclude(ends_on__lt=value)


@in_project("network.view_relationship")
def relationship_list(request: SignedInRequest, project: Project) -> HttpResponse:
    rows = Relationship.objects.visible_to(request.user).in_project(project).select_related("source", "target")
    found = RelationshipFilter(request.GET, queryset=rows)
    context = {
        "filters": found,
        "page": Paginator(found.qs.order_by("source__name_key", "pk"), 50).get_page(request.GET.get("page")),
        "trail": [(str(project), project.get_absolute_url()), (_now("Relationships"), "")],
    }
    return page(request, "network/relationship_list.html", context, partial="results")
