"""A board that was kept is never older than its figures: equal stamps mean equal boards, whatever happens between."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.models import AggregateCount, AnswerCount, Evidence, Head, PossibleDuplicate, Target
from network.services.board import board_stamp, quota_board
from network.services.board_inputs import read_inputs
from network.services.checking import full_states, kept_states
from network.services.counting import Touched, recount
from tests.network.services.test_counting import STEPS, House

pytestmark = pytest.mark.django_db


def rename_partner(house, n):
    organisation = house.partners[n % 3].organisation
    organisation.short_name = f"Name {n % 4}"
    organisation.save()


def leave(house, n):
    partner = house.partners[n % 3]
    partner.left_on = house.project.ends_on - timedelta(days=n % 4)
    partner.save()


def amend_target(house, n):
    partner, category = house.partners[n % 3], house.categories[n % 2]
    Target.objects.update_or_create(
        partner=partner, category=category, valid_from=house.project.starts_on + timedelta(days=n % 2),
        defaults={"heads": n % 5},
    )  # fmt: skip


def answer(house, n):
    AnswerCount.objects.update_or_create(
        partner=house.partners[n % 3], category=house.categories[n % 2], wave="pre", defaults={"answers": n % 5}
    )


def count_unnamed(house, n):
    AggregateCount.objects.create(
        partner=house.partners[n % 3], category=house.categories[n % 2], occasion=house.occasions[0],
        heads=n % 5 + 1, evidence=Evidence.objects.order_by("pk")[0], reason="a list on paper",
    )  # fmt: skip


def suspect(house, n):
    first, second = house.people[n % 2], house.people[n % 2 + 1]
    pair, _made = PossibleDuplicate.objects.get_or_create(
        project=house.project, first=first, second=second, unit="person"
    )
    pair.settled_at = house.project.created_at if n % 3 == 0 else None
    pair.save()


def move_dates(house, n):
    house.project.ends_on = house.project.ends_on + timedelta(days=n % 3 - 1)
    house.project.save()


BESIDE = [rename_partner, leave, amend_target, answer, count_unnamed, suspect, move_dates]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS + BESIDE), st.integers(0, 600)), min_size=5, max_size=40))
def test_equal_stamps_mean_equal_boards_whatever_happens(db, steps):
    house, seen = House(), {}
    for step, n in steps:
        if step in BESIDE or step.__name__ in ("add", "fold") or house.project.participations.exists():
            step(house, n)
        inputs = read_inputs(house.project)
        shown = quota_board(house.project, inputs=inputs)
        assert seen.setdefault(board_stamp(house.project, inputs), shown) == shown
        assert kept_states(house.project) == full_states(house.project)


def test_a_swap_of_heads_that_leaves_the_sums_moves_the_stamp():
    house = House()
    STEPS[0](house, 0)
    STEPS[3](house, 9)
    before = read_inputs(house.project)
    record = house.project.participations.get()
    record.person = house.people[3]
    record.save()
    recount({Touched(record.category_id, person.pk) for person in house.people})
    assert (Head.objects.get().person, read_inputs(house.project) == before) == (house.people[3], False)
