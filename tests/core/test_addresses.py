import pytest
from django.urls import reverse
from django.utils.translation import override

from core.addresses import row_address


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ["network:person_detail", "network:participation_detail", "reports:report_detail"])
def test_row_address_is_what_reverse_says(language, name):
    with override(language):
        assert row_address(name, "qq-vet_2", 17) == reverse(name, args=["qq-vet_2", 17])


def test_row_address_of_an_address_that_holds_the_number_twice_over():
    assert row_address("network:person_detail", "code-987654321", 1) == reverse(
        "network:person_detail", args=["code-987654321", 1]
    )
