import pytest

from core.charts.kinds.agreement import Part, answer_tokens, left_of_middle, parts_of
from core.charts.samples import SAMPLES


@pytest.mark.parametrize(
    ("count", "tokens"), [(2, (1, 5)), (4, (1, 2, 4, 5)), (5, (1, 2, 3, 4, 5)), (7, (1, 2, 2, 3, 4, 4, 5))]
)
def test_answers_take_the_shades_from_end_to_end(count, tokens):
    assert answer_tokens(count) == tokens


def test_hidden_parts_share_their_rest_evenly():
    parts = parts_of(SAMPLES["agreement, hidden"], 0)
    assert parts[:2] == [Part(0, pytest.approx(3 / 52), True), Part(1, pytest.approx(3 / 52), True)]
    assert sum(part.share for part in parts) == pytest.approx(1)


def test_middle_answer_lies_half_on_each_side():
    parts = [Part(0, 0.1, False), Part(1, 0.4, False), Part(2, 0.5, False)]
    assert left_of_middle(parts, 3) == pytest.approx(0.3)
