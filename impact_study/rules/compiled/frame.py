"""What stands around the items of every page: written as a template with marks, cut into a sheet once."""

from __future__ import annotations

import re

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from impact_study.rules.compiled.sheet import Builder

MARK = re.compile("\x02([^\x03]*)\x03")
TEMPLATE = "impact_study/respond/page.html"


class Marks:
    """In a template, `{{ hole.state }}` leaves a mark where a hole will be."""

    def __getitem__(self, name: str) -> SafeString:
        return mark_safe(f"\x02{name}\x03")


def framed(**context: object) -> str:
    return render_to_string(TEMPLATE, {"hole": Marks(), **context})


def cut(marked: str, out: Builder, *, items: Builder) -> None:
    """Turn marks into holes; the mark `items` becomes the items themselves."""
    for place, piece in enumerate(MARK.split(marked)):
        if place % 2 == 0:
            out.add(piece)
        elif piece == "items":
            out.include(items)
        else:
            out.hole(piece)
