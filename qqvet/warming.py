"""What the web server loads before its workers are forked from it, so that they share it instead of each having it."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import translation

from network import countries

ARENAS = -8  # glibc's M_ARENA_MAX: by itself it keeps eight heaps a core, each with what one thread once needed


def warm() -> None:
    """Addresses, words and templates."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(ARENAS, 2)
    resolver = get_resolver()
    for language in settings.COMPLETE_LANGUAGES:
        with translation.override(language):
            translation.gettext("Save")
            countries.choices()
            resolver._populate()
    for name in template_names():
        with suppress(TemplateDoesNotExist, TemplateSyntaxError):
            get_template(name)


def template_names() -> list[str]:
    """Those of the house; what packages bring is loaded when it is asked for."""
    folder = Path(settings.BASE_DIR) / "templates"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.html"))
