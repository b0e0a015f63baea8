"""Single values of a report stand as its language writes them."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from reports.templatetags.printing import shown


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["31 Aug 2019", "yes", "20\u00a0560.50", "–"]), ("es", ["31 ago 2019", "sí", "20\u00a0560,50", "–"])],
)
def test_values_follow_the_language(language, words):
    with translation.override(language):
        assert [shown(value) for value in (date(2019, 8, 31), True, Decimal("20560.5"), None)] == words
