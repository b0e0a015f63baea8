"""Addresses without a language: for machines, and for choices kept in the browser."""

from django.urls import path

from core.views.theme import set_theme

app_name = "core"
urlpatterns = [
    path("theme/", set_theme, name="set_theme"),
]
