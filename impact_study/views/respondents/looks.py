"""How the pages look to one respondent: light or dark, more contrast, larger text. Their browser keeps it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core.context import THEMES

SIZES = {"normal": _("Usual text"), "large": _("Larger text"), "largest": _("Largest text")}
COLOURS = {
    THEMES[0]: _("Like my device"), THEMES[1]: _("Light"), THEMES[2]: _("Dark"), "contrast": _("More contrast"),
}  # fmt: skip
NAMES = {"theme": COLOURS, "size": SIZES}
KEPT_SECONDS = 365 * 24 * 3600


class Look(NamedTuple):
    theme: str = THEMES[0]
    size: str = "normal"

    @property
    def marks(self) -> str:
        """What the root of a page says of it; nothing of what is usual."""
        told = zip(NAMES, self, Look(), strict=True)
        return "".join(f' data-{name}="{value}"' for name, value, usual in told if value != usual)


def look_of(request: HttpRequest) -> Look:
    theme, size = request.COOKIES.get("theme", ""), request.COOKIES.get("size", "")
    return Look(theme if theme in COLOURS else THEMES[0], size if size in SIZES else "normal")


def chosen(request: HttpRequest) -> tuple[str, str] | None:
    """The name and the value of a look that was pressed, as in "size:large"."""
    name, _colon, value = request.POST.get("_go", "").partition(":")
    return (name, value) if value in NAMES.get(name, {}) else None


def look_menu(look: Look, *, form: str) -> str:
    """The switch, whose buttons send the form of that name: a step takes its answers along."""
    return _menu(look, translation.get_language() or "", form)


@cache
def _menu(look: Look, language: str, form: str) -> str:
    groups = [
        [(f"{name}:{value}", words, value == now) for value, words in NAMES[name].items()]
        for name, now in (("size", look.size), ("theme", look.theme))
    ]
    with translation.override(language):
        return render_to_string("impact_study/respond/_looks.html", {"groups": groups, "form": form})
