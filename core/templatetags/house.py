"""Template tags of the house style: icons, links that keep the query, and pieces that wrap a block."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.core.files.storage import Storage, storages
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language_info

from core import languages
from core.templatetags import house_forms, house_lists, house_pieces

register = template.Library()
register.tags.update(house_pieces.register.tags)
register.tags.update(house_forms.register.tags)
register.tags.update(house_lists.register.tags)
register.filters.update(house_forms.register.filters)

TONE_ICONS = {
    "ok": "circle-check",
    "warn": "triangle-alert",
    "bad": "circle-x",
    "info": "info",
    "plain": "circle-dashed",
}
# Django has the Czech adverb.
OWN_NAMES = {"cs": "Čeština"}
MESSAGE_TONES = {"success": "ok", "warning": "warn", "error": "bad", "info": "info", "debug": "info"}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A symbol of the sprite; decoration unless it is given a label, because it is the only one."""
    return _icon(_sprite(storages["staticfiles"]), name, str(label))


@lru_cache(maxsize=4)
def _sprite(_storage: Storage) -> str:
    """Asked once of each storage: a page shows hundreds of symbols."""
    return static("img/icons.svg")


@lru_cache(maxsize=1000)
def _icon(address: str, name: str, label: str) -> SafeString:
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"></use></svg>', label, address, name
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', address, name)


@register.filter
def tone_icon(tone: str) -> str:
    """The icon that goes with a tone, so that colour never speaks alone."""
    return TONE_ICONS.get(tone, TONE_ICONS["info"])


@register.filter
def message_tone(level_tag: str) -> str:
    """The tone of one of Django's messages."""
    return MESSAGE_TONES.get(level_tag, "info")


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[dict[str, Any]]:
    """The same page in every language, each named in itself; a page may hand over its own `alternates`."""
    request: HttpRequest = context["request"]
    alternates = context.get("alternates") or {}
    return [
        {
            "code": code,
            "name": own_name(code),
            "url": alternates.get(code) or _in_language(request.get_full_path(), code),
        }
        for code, _name in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def twins(context: template.Context) -> list[languages.Twin]:
    """This page in the languages that are complete."""
    return languages.twins(context["request"].path)


@register.simple_tag(takes_context=True)
def canonical(context: template.Context) -> str:
    """Where this page really lives."""
    return languages.canonical(context["request"].path)


@register.filter
def own_name(code: str) -> str:
    """A language's name for itself, as it stands alone in a list."""
    return OWN_NAMES.get(code) or capfirst(get_language_info(code)["name_local"])


def _in_language(address: str, code: str) -> str:
    first, _slash, rest = address.removeprefix("/").partition("/")
    known = {language for language, _name in settings.LANGUAGES}
    return f"/{code}/{rest}" if first in known else f"/{code}/"


@register.inclusion_tag("components/sort_header.html", takes_context=True)
def sort_header(
    context: template.Context, key: str, label: str, param: str = "sort", number: bool = False
) -> dict[str, Any]:
    """A column's header cell; pressing it sorts by `key`, pressing again turns the order round."""
    query = context["request"].GET.copy()
    current = query.get(param, "")
    query[param] = f"-{key}" if current == key else key
    query.pop("page", None)
    order = {key: "ascending", f"-{key}": "descending"}.get(current, "")
    return {"label": label, "url": f"?{query.urlencode()}", "order": order, "number": number}


@register.filter
def share_of(part: float, whole: float) -> float:
    """Part of a whole on a scale of 0 to 100; more than all is all, and nothing of nothing is nothing."""
    return round(min(100.0, 100.0 * part / whole), 1) if whole else 0.0


@register.filter
def beside(cells: Iterable[Any], columns: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Each cell of a row with its column."""
    return list(zip(cells, columns, strict=False))


@register.filter
def page_numbers(page: Any) -> Iterable[int | str]:
    """The page numbers to offer around the current one, with a gap where some are left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
