"""Filters and tags for forms and their errors; part of the library `house`."""

from typing import Any
from uuid import uuid4

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.idempotency import FIELD

register = template.Library()


@register.filter
def form_of(filters: Any) -> Any:
    """The form of a FilterSet; a form is its own."""
    return getattr(filters, "form", filters)


@register.filter
def fields_with_errors(form: Any) -> list[BoundField]:
    """The visible fields of a form that have something to say, in the order they stand in."""
    return [field for field in form or () if field.errors and not field.is_hidden]


@register.filter
def first_input_id(field: BoundField) -> str:
    """The id of what a person can type in or press first: links of an error summary lead there."""
    grouped = field.widget_type in {"radioselect", "checkboxselectmultiple"}
    return f"{field.auto_id}_0" if grouped else field.id_for_label or field.auto_id


@register.simple_tag
def idempotency_key() -> SafeString:
    """A hidden field that makes one effect of a form sent twice; its view is decorated with `core.idempotency.once`."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid4())
