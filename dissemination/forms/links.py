"""What somebody types for a private calendar address."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class LinkForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=100, help_text=_("Where you use it, such as: my phone."))
