from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Draws every form of the platform, and of the packages it uses, with the house's own field template."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    formset_template_name = "forms/formset.html"
