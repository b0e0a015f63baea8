from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model

from core.personal_data import declarations, undeclared


def our_models() -> list[type[Model]]:
    ours = [app for app in apps.get_app_configs() if Path(app.path).parent == Path(settings.BASE_DIR)]
    return [model for app in ours for model in app.get_models()]


def test_every_model_says_what_it_keeps_of_people():
    assert undeclared(our_models()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("declared", declarations(), ids=lambda declared: declared.model._meta.label)
def test_declaration_names_real_fields_and_a_way_to_its_subject(declared):
    rows = declared.model._default_manager.filter(**{declared.subject or "pk": 0})
    assert list(rows.values(*declared.fields)) == []
    assert declared.subject_model._meta.label in ("accounts.User", "network.Person", "core.Mail")
