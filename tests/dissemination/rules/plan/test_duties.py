from dissemination.rules.plan.duties import Held, Owed, duty_standings

EACH_A_MULTIPLIER = Owed(kind="multiplier_event", number=1)
FINAL_CONFERENCE = Owed(kind="conference", number=1, is_international=True)


def test_each_partner_owes_what_no_partner_is_named_for():
    held = [Held(partner=1, kind="multiplier_event"), Held(partner=1, kind="multiplier_event")]

    lines = duty_standings([EACH_A_MULTIPLIER], held, partners=[1, 2])

    assert [(line.partner, line.held, line.missing, line.is_met) for line in lines] == [
        (1, 2, 0, True),
        (2, 0, 1, False),
    ]


def test_the_final_conference_is_owed_once_and_met_by_an_international_one():
    local = [Held(partner=1, kind="conference")]
    international = [Held(partner=2, kind="conference", has_foreign_heads=True)]

    found = [duty_standings([FINAL_CONFERENCE], held, partners=[1, 2]) for held in (local, international)]

    assert [[(line.partner, line.is_met) for line in lines] for lines in found] == [[(None, False)], [(None, True)]]
