"""Addresses without a language: for machines, for staff, and for choices kept in the browser."""

from django.urls import path

from core.views.health import healthz, readyz
from core.views.style_guide import style_guide
from core.views.theme import set_theme

app_name = "core"
urlpatterns = [
    path("healthz/", healthz, name="healthz"),
    path("readyz/", readyz, name="readyz"),
    path("theme/", set_theme, name="set_theme"),
    path("style/", style_guide, name="style_guide"),
]
