from datetime import UTC, datetime, timedelta

import pytest

from impact_study.rules.inviting import Address, Asked, is_daytime, mail_due, read_addresses

NOW = datetime(2019, 1, 15, 20, 30, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("country", "hour", "expected"),
    [("PT", 20, True), ("ES", 20, False), ("RO", 6, True), ("ES", 6, False), ("ES", 7, True), ("XX", 6, False)],
)
def test_nobody_is_written_to_between_nine_in_the_evening_and_eight(country, hour, expected):
    assert is_daytime(country, at=NOW.replace(hour=hour, minute=0), otherwise="Europe/Madrid") == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "invitation"),
        ({"sent_at": NOW - WEEK}, "reminder"),
        ({"sent_at": NOW - WEEK / 2}, ""),
        ({"sent_at": NOW - 2 * WEEK, "reminded_at": NOW - WEEK, "reminders": 1}, "reminder"),
        ({"sent_at": NOW - 4 * WEEK, "reminded_at": NOW - WEEK, "reminders": 2}, ""),
        ({"is_done": True}, ""),
        ({"sent_at": NOW - WEEK, "is_done": True}, ""),
        ({"sent_at": NOW - WEEK, "bounced": True}, ""),
        ({"sent_at": NOW - WEEK, "unsubscribed": True}, ""),
    ],
)
def test_two_reminders_at_most_and_only_to_those_not_done(facts, expected):
    asked = Asked(**{"sent_at": None, "reminded_at": None, "reminders": 0, "is_done": False, "bounced": False,
                     "unsubscribed": False, **facts})  # fmt: skip

    assert mail_due(asked, at=NOW) == expected


def test_pasted_addresses_bring_their_language_and_country_or_take_the_usual_ones():
    text = "Ana@Example.org\n\nion@example.org; ro; RO\nnot an address\nana@example.org, es"

    found, problems = read_addresses(text, languages=["en", "es", "ro"], language="en", country="ES")

    assert found == [Address("ana@example.org", "es", "ES"), Address("ion@example.org", "ro", "RO")]
    assert [(problem.code, problem.row) for problem in problems] == [("not_an_address", 4)]
