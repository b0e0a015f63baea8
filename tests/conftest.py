"""What holds for every test: each starts in English."""

from __future__ import annotations

import os

import pytest
from django.conf import settings
from django.utils import translation

from qqvet import messages

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure() -> None:
    """The tests read the translations as they stand in the .po files."""
    messages.compile_all()


@pytest.fixture(autouse=True)
def english():
    """A page asked for in another language leaves that language to whatever runs next."""
    with translation.override(settings.LANGUAGE_CODE):
        yield
