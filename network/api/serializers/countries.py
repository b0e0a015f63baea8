"""Countries as the API takes them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework import serializers

from network import countries


def check_country(code: str) -> None:
    if code and code not in countries.names("en"):
        raise serializers.ValidationError(_("Write the two letters of a country (ISO 3166-1)."), code="country")
