"""How a code stands beside its title in a list to choose from."""

from typing import Any

from django.utils.text import format_lazy


def titled(code: str, title: Any) -> Any:
    """In the language of whoever reads it, not of whoever loaded the module."""
    return format_lazy("{code} · {title}", code=code, title=title)
