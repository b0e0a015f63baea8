"""Addresses of rows of one kind: reversed once, and filled in for each row of a long list."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

CODE, NUMBER = "code-of-a-project-0", 987654321


def row_address(url_name: str, code: str, pk: int) -> str:
    """What `reverse(url_name, args=[code, pk])` says."""
    urlconf = get_urlconf() or settings.ROOT_URLCONF
    before, between, after = _pattern(url_name, urlconf, get_language(), get_script_prefix())
    return f"{before}{code}{between}{pk}{after}"


@lru_cache(maxsize=1000)
def _pattern(url_name: str, urlconf: str, language: str | None, prefix: str) -> tuple[str, str, str]:
    """Around the code and the number; they and all that the address depends on make the key."""
    before, _code, rest = reverse(url_name, urlconf=urlconf, args=[CODE, NUMBER]).partition(CODE)
    between, _number, after = rest.partition(str(NUMBER))
    return before, between, after
