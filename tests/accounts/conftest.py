from __future__ import annotations

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def fresh_limits():
    """Attempts are counted in the cache; each test starts at nought."""
    cache.clear()
