"""Two who decide on one text at the same moment. On PostgreSQL, since SQLite has one writer at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from network.enums import Role
from reports.enums import ContributionState
from reports.models import Contribution
from reports.services.contributions import SavedMeanwhile, accept_contribution, return_contribution, save_contribution
from tests.factories import UserFactory
from tests.factories.reports import ContributionFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def at_once(*deeds):
    together = Barrier(len(deeds))

    def do(deed):
        try:
            together.wait(timeout=30)
            deed()
        except SavedMeanwhile:
            return "meanwhile"
        else:
            return "done"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return sorted(pool.map(do, deeds))


def copies(text):
    """The same text as two requests have read it."""
    return [Contribution.objects.select_related("section__report").get(pk=text.pk) for _twice in range(2)]


def test_a_text_is_accepted_or_returned_and_never_both():
    text = ContributionFactory(state=ContributionState.SUBMITTED, text="Done.")
    user = UserFactory(role=Role.COORDINATOR, project=text.section.report.project)
    one, two = copies(text)
    outcome = at_once(
        lambda: accept_contribution(contribution=one, by=user),
        lambda: return_contribution(contribution=two, reason="For whom?", by=user),
    )
    text.refresh_from_db()
    assert (outcome, text.version) == (["done", "meanwhile"], 2)
    assert text.state in (ContributionState.ACCEPTED, ContributionState.RETURNED)


def test_of_two_saves_on_one_version_the_second_is_shown_the_first():
    text = ContributionFactory(state=ContributionState.DRAFT)
    user = UserFactory()
    one, two = copies(text)
    outcome = at_once(
        lambda: save_contribution(contribution=one, text="One.", version=1, by=user),
        lambda: save_contribution(contribution=two, text="Two.", version=1, by=user),
    )
    text.refresh_from_db()
    assert (outcome, text.version, text.text in ("One.", "Two.")) == (["done", "meanwhile"], 2, True)
