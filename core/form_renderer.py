from __future__ import annotations

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

from core.widget_markup import written


class HouseRenderer(TemplatesSetting):
    """Draws every form of the platform, and of the packages it uses, with the house's own field template.

    Plain widgets are written without a template.
    """

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    formset_template_name = "forms/formset.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        plain = written(template_name, context)
        return super().render(template_name, context, request) if plain is None else plain
