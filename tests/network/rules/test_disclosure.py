import pytest

from network.rules.disclosure import shown


@pytest.mark.parametrize(
    ("heads", "minimum", "told"),
    [(4, 5, None), (5, 5, 5), (0, 5, None), (4, 1, None), (9, 10, None), (10, 10, 10)],
)
def test_small_groups_are_not_shown_whatever_the_project_says(heads, minimum, told):
    assert shown(heads, minimum) == told
