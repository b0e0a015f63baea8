"""Pages of long lists."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

LIMIT = 10_000


class LongPaginator(Paginator):  # type: ignore[type-arg]
    """Counts no further than anybody turns pages: an exact count of a million rows costs more than the page."""

    object_list: QuerySet  # type: ignore[type-arg]

    @cached_property
    def _counted(self) -> int:
        return self.object_list.order_by().values("pk")[: LIMIT + 1].count()

    @cached_property
    def count(self) -> int:  # type: ignore[override]
        """At most the limit."""
        return min(self._counted, LIMIT)

    @property
    def is_cut(self) -> bool:
        """Whether there are more rows than it counted."""
        return self._counted > LIMIT
