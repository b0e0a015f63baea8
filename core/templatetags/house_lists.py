"""The rows of a list page, written directly: a template for each of some hundred cells is most of a page's time."""

from typing import Any

from django import template
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.addresses import row_address
from core.listing import Column, Listing

register = template.Library()


def shown(value: Any) -> str:
    """As `{{ value }}` writes it, and nothing for None."""
    if isinstance(value, str):
        return conditional_escape(value)
    return "" if value is None else conditional_escape(localize(value))


@register.simple_tag
def listing_rows(listing: Listing, url_name: str, code: str, tick: bool = False) -> SafeString:
    """A table row for each row of a list: the first cell leads to its page; with `tick`, a box to choose it."""
    pieces = []
    for row, cells in listing.lines:
        (_first, name), *others = cells
        box = _box(row) if tick else ""
        head = f'<th scope="row"><a href="{row_address(url_name, code, row.pk)}">{shown(name)}</a></th>'
        pieces.append(f"<tr>{box}{head}{''.join(_cell(column, value) for column, value in others)}</tr>")
    return mark_safe("\n".join(pieces))


def _cell(column: Column, value: Any) -> str:
    return f'<td class="number">{shown(value)}</td>' if column.number else f"<td>{shown(value)}</td>"


def _box(row: Any) -> SafeString:
    words = _("Choose %(name)s") % {"name": row}
    return format_html('<td><input type="checkbox" name="chosen" value="{}" aria-label="{}"></td>', row.pk, words)
