"""Every address × method × role × place is answered as the table says; an address that is not listed fails."""

import os

import pytest

from tests.house.access import PLACES, add_missing, lines, observe, plan, read_table
from tests.house.places import three_places

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("place", PLACES)
def test_every_answer_is_as_the_table_says(place, capsys):
    if os.environ.get("ACCESS") == "add":
        add_missing(observe(place, read_table()))
        return
    seen, listed = observe(place), read_table()
    observed = [(key, answers) for key, various in seen.items() for answers in various]
    with capsys.disabled():
        print(f"\nAccess table, {place}: {sum(len(answers) for _key, answers in observed)} cells compared.")  # noqa: T201

    missing = {key: answers for key, answers in observed if key not in listed}
    other = {key: answers for key, answers in observed if listed.get(key, answers) != answers}
    broken = [key for key, answers in observed if any(answer.startswith("5") for answer in answers)]

    assert broken == []
    assert not missing, "Not listed (ACCESS=add adds these lines to access.txt; look at each):\n" + told(missing)
    assert not other, "Answered otherwise than access.txt says:\n" + told(other)


def test_the_table_lists_nothing_that_is_gone():
    known = {(name, method, place) for name, method, place, _path, _is_admin in plan(three_places())}

    assert sorted(set(read_table()) - known) == []


def told(rows):
    return "\n".join(lines(rows))
