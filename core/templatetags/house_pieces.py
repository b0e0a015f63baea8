"""Tags that wrap a block of a page in a piece of the house; part of the library `house`."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag
def panel(content: str, title: str = "", id: str = "", level: int = 2) -> SafeString:  # noqa: A002
    """A bordered part of a page with its heading; wraps what stands inside."""
    return _piece("panel", content=content, title=title, id=id, level=level)


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: str = "") -> SafeString:
    """A message in the page; tone is ok, warn, bad or info."""
    return _piece("notice", content=content, tone=tone, title=title)


@register.simple_block_tag
def table_region(content: str, label: str) -> SafeString:
    """Lets a wide table scroll by itself, reachable by keyboard under a name."""
    return _piece("table_region", content=content, label=label)


@register.simple_block_tag
def dialog(content: str, id: str, title: str) -> SafeString:  # noqa: A002
    """A dialog that opens from a `data-dialog` link with script; without, the link leads to its own page."""
    return _piece("dialog", content=content, id=id, title=title)


@register.simple_block_tag
def menu(content: str, label: str, icon: str = "", quiet: bool = True) -> SafeString:
    """A button with a list below it; wraps the list's items."""
    return _piece("menu", content=content, label=label, icon=icon, quiet=quiet)


def _piece(name: str, **context: Any) -> SafeString:
    return render_to_string(f"components/{name}.html", context)
