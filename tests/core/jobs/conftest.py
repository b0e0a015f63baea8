from __future__ import annotations

import pytest

from core.jobs import registry


@pytest.fixture
def offer(monkeypatch):
    """offer(work, permission=...) makes `work` the kind "tests.work" for the length of a test."""
    monkeypatch.setattr(registry, "_kinds", {})

    def offered(work=lambda job: None, *, permission="core.work_for_oneself", target=None):
        return registry.register("tests.work", title="Invented work", permission=permission, target=target)(work)

    return offered
