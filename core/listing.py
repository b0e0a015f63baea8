"""A list page: filters, sorted and cut into pages, with the columns its reader chose, and the same rows as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any

from django.core.paginator import Page
from django.db.models import Model, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.functional import Promise, cached_property

from core.paging import LongPaginator
from core.sheets.export import csv_lines, write_xlsx

PAGE = 50
CHUNK = 1000
# What is of the page and not of the question; a saved question and a sheet leave it out.
OF_THE_PAGE = ("page",)
# What forms send for a question that is not asked.
EMPTY = ("", "unknown")


@dataclass(frozen=True, slots=True)
class Column:
    """One fact of a row: how it reads on the page, and (where that differs) in a sheet.

    A column that is not `standard` shows when it is chosen. `sort` names the fields it sorts by.
    """

    key: str
    label: str | Promise
    cell: Callable[[Any], Any]
    sort: tuple[str, ...] = ()
    number: bool = False
    standard: bool = True
    plain: Callable[[Any], Any] | None = None

    def in_sheet(self, row: Any) -> Any:
        return (self.plain or self.cell)(row)


class Listing:
    """What a list page shows for the question in the address."""

    def __init__(self, request: HttpRequest, rows: QuerySet[Any], columns: Sequence[Column], *, sort: str) -> None:
        self.request, self.rows, self.columns, self.standard_sort = request, rows, columns, sort

    @cached_property
    def shown(self) -> list[Column]:
        """The first column always, then those chosen in the address, else the standard ones."""
        chosen = set(self.request.GET.getlist("columns"))
        first, *others = self.columns
        return [first, *(column for column in others if (column.key in chosen if chosen else column.standard))]

    @property
    def choices(self) -> list[tuple[Column, bool]]:
        """The columns one may choose, and whether each is shown."""
        return [(column, column in self.shown) for column in self.columns[1:]]

    @property
    def sort(self) -> str:
        asked = self.request.GET.get("sort", "")
        known = {column.key for column in self.columns if column.sort}
        return asked if asked.removeprefix("-") in known else self.standard_sort

    @cached_property
    def sorted_rows(self) -> Any:
        key, backwards = self.sort.removeprefix("-"), self.sort.startswith("-")
        fields = next(column.sort for column in self.columns if column.key == key)
        order = [f"-{name}" if backwards else name for name in fields]
        return self.rows.order_by(*order, "-pk" if backwards else "pk")

    @cached_property
    def page(self) -> Page[Any]:
        return LongPaginator(self.sorted_rows, PAGE).get_page(self.request.GET.get("page"))

    @property
    def lines(self) -> Iterator[tuple[Model, list[tuple[Column, Any]]]]:
        for row in self.page.object_list:
            yield row, [(column, column.cell(row)) for column in self.shown]

    @property
    def query(self) -> str:
        """The question without the page, for sheets and saved lists."""
        asked = self.request.GET.copy()
        for name in OF_THE_PAGE:
            asked.pop(name, None)
        for name in [name for name, value in asked.items() if value in EMPTY]:
            del asked[name]
        return asked.urlencode()

    def sheet(self, kind: str, *, name: str, rows: QuerySet[Any] | None = None) -> HttpResponse | StreamingHttpResponse:
        """All rows as a CSV or XLSX file: the chosen columns, machine formats, headings in the reader's language."""
        header = [str(column.label) for column in self.shown]
        found = self.sorted_rows if rows is None else rows
        lines = ([column.in_sheet(row) for column in self.shown] for row in found.iterator(chunk_size=CHUNK))
        if kind == "xlsx":
            file = TemporaryFile()  # noqa: SIM115 - the response closes it
            write_xlsx(file, header, lines, title=name)
            file.seek(0)
            return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx")
        response = StreamingHttpResponse(csv_lines(header, lines), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return response
