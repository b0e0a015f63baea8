from datetime import date

import pytest

from core.problems import ProblemsFound
from dissemination.services.plan.adoption import accept_plan, adopt_plan
from dissemination.services.plan.parts import save_part
from dissemination.services.plan.reading import readable_changes, readable_plan
from network.enums import Role
from tests.factories import PartnerFactory, UserFactory
from tests.factories.plan import PlannedActivityFactory

pytestmark = pytest.mark.django_db
KICK_OFF = date(2018, 1, 12)


@pytest.fixture
def planned():
    return PlannedActivityFactory(target=100)


@pytest.fixture
def coordinator(planned):
    return UserFactory(role=Role.COORDINATOR, project=planned.project)


def adopted(planned, by, **more):
    return adopt_plan(project=planned.project, by=by, **{"adopted_on": KICK_OFF, "occasion": "Kick-off", **more})


def codes(call):
    with pytest.raises(ProblemsFound) as stopped:
        call()
    return [problem.code for problem in stopped.value.problems]


def test_an_adopted_plan_stays_as_it_was_and_the_amendment_tells_what_changed(planned, coordinator):
    first = adopted(planned, coordinator)
    save_part(planned, by=coordinator, target=150)
    second = adopted(planned, coordinator, reason="More copies.")

    first.refresh_from_db()
    assert first.content["activities"][0]["target"] == 100
    assert (second.number, second.content["activities"][0]["target"]) == (2, 150)
    (change,) = readable_changes(first, second)
    assert (change.name, change.fields) == ("Invented article", [("Target", "100", "150")])


def test_a_second_version_needs_a_change_and_a_reason(planned, coordinator):
    adopted(planned, coordinator)

    assert codes(lambda: adopted(planned, coordinator)) == ["unchanged", "reason"]


def test_an_empty_plan_is_not_adopted(coordinator, planned):
    other = PartnerFactory().project

    assert codes(lambda: adopt_plan(project=other, adopted_on=KICK_OFF, by=coordinator)) == ["empty"]


def test_a_partner_accepts_by_name_and_date_once(planned, coordinator):
    version = adopted(planned, coordinator)
    facts = {"version": version, "partner": planned.partner, "by": coordinator}

    first = accept_plan(name="Invented Director", accepted_on=KICK_OFF, **facts)
    again = accept_plan(name="Somebody Else", accepted_on=date(2018, 2, 1), **facts)

    assert (again.pk, again.name, again.accepted_on) == (first.pk, "Invented Director", KICK_OFF)


def test_nobody_accepts_for_others_or_early_or_an_old_version(planned, coordinator):
    old = adopted(planned, coordinator)
    save_part(planned, by=coordinator, target=150)
    adopted(planned, coordinator, reason="More copies.")
    stranger = UserFactory(role=Role.MANAGER, project=planned.project, partner=PartnerFactory(project=planned.project))

    found = codes(
        lambda: accept_plan(version=old, partner=planned.partner, name="N", accepted_on=date(2018, 1, 1), by=stranger)
    )

    assert found == ["replaced", "too_early", "other_partner"]


def test_a_version_reads_in_words(planned, coordinator):
    parts = {part.title: part for part in readable_plan(adopted(planned, coordinator))}

    assert "Planned activities" in parts
    row = dict(zip(parts["Planned activities"].columns, parts["Planned activities"].rows[0], strict=True))
    assert (row["Activity"], row["Partner"], row["Target group"], row["Target"]) == (
        "Invented article", str(planned.partner), "Invented enterprises", "100",
    )  # fmt: skip
