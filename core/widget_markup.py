"""The plain widgets of forms, written directly: a template for each option is most of the time of a long page.

Inputs, text areas and selects are what Django's own templates write (a test compares them); lists of boxes are ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

type Widget = Mapping[str, Any]

INPUTS = (
    "checkbox", "color", "date", "datetime", "email", "file", "hidden", "input", "number", "password", "search", "tel",
    "text", "time", "url",
)  # fmt: skip


def text(value: Any) -> str:
    """As `{{ value }}` writes it."""
    return conditional_escape(value if isinstance(value, SafeString) else str(value))


def attributes(attrs: Mapping[str, Any]) -> str:
    """As attrs.html: nothing for False, the bare name for True."""
    return "".join(
        f" {text(name)}" if value is True else f' {text(name)}="{text(value)}"'
        for name, value in attrs.items()
        if value is not False
    )


def input_tag(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{text(widget["value"])}"'
    return f'<input type="{text(widget["type"])}" name="{text(widget["name"])}"{value}{attributes(widget["attrs"])}>'


def textarea(widget: Widget) -> str:
    value = text(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{text(widget["name"])}"{attributes(widget["attrs"])}>\n{value}</textarea>'


def select(widget: Widget) -> str:
    groups = []
    for group, options, _number in widget["optgroups"]:
        inside = "".join(f"\n  {_option(option)}\n" for option in options)
        groups.append(f'\n  <optgroup label="{text(group)}">{inside}\n  </optgroup>' if group else inside)
    return f'<select name="{text(widget["name"])}"{attributes(widget["attrs"])}>{"".join(groups)}\n</select>'


def _option(option: Widget) -> str:
    return f'<option value="{text(option["value"])}"{attributes(option["attrs"])}>{text(option["label"])}</option>'


def boxes(widget: Widget) -> str:
    """Radio buttons or boxes to tick, each within its label, as a list."""
    attrs, lines = widget["attrs"], []
    for group, options, _number in widget["optgroups"]:
        if group:
            lines.append(f'<li class="label">{text(group)}</li>')
        lines += [f"<li>{box(option)}</li>" for option in options]
    own = f" {text(attrs['class'])}" if attrs.get("class") else ""
    key = f' id="{text(attrs["id"])}"' if attrs.get("id") else ""
    return f'<ul class="choices{own}" role="list"{key}>{"".join(lines)}</ul>'


def box(option: Widget) -> str:
    if not option["wrap_label"]:
        return input_tag(option)
    key = option["attrs"].get("id")
    points = f' for="{text(key)}"' if key else ""
    return f'<label class="choice"{points}>{input_tag(option)} {text(option["label"])}</label>'


WRITERS: dict[str, Callable[[Widget], str]] = {
    **{f"django/forms/widgets/{name}.html": input_tag for name in INPUTS},
    "django/forms/widgets/textarea.html": textarea,
    "django/forms/widgets/select.html": select,
    "django/forms/widgets/radio.html": boxes,
    "django/forms/widgets/checkbox_select.html": boxes,
}


def written(template_name: str, context: Mapping[str, Any]) -> SafeString | None:
    """The widget, if it is one of the plain ones."""
    writer = WRITERS.get(template_name)
    return mark_safe(writer(context["widget"])) if writer else None
