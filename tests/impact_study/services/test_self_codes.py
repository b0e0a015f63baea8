from collections import Counter
from datetime import date

import polars as pl
import pytest
from django.urls import reverse

from impact_study.enums import Linkage
from impact_study.models import Participant
from impact_study.rules.linking import link
from impact_study.rules.responses import Responses
from impact_study.rules.self_codes import Matching, self_code
from impact_study.services.runs import snapshot_for
from impact_study.services.snapshots import opened, take_snapshot
from tests.factories import PartnerFactory, UserFactory
from tests.factories.impact_study import ResponseFactory, WaveFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def waves():
    first = WaveFactory(study__linkage=Linkage.SELF_CODE)
    return first, WaveFactory(study=first.study, kind="post", version=first.version)


@pytest.fixture
def partner(waves):
    return PartnerFactory(project=waves[0].project)


def answered(wave, partner, *elements, **given):
    code = self_code(elements, "a" * 64)
    person, _new = Participant.objects.get_or_create(study=wave.study, pseudonym=code)
    return ResponseFactory(wave=wave, partner=partner, participant=person, **given)


def table_of(snapshot):
    with opened(snapshot) as path:
        return pl.read_parquet(path)


def test_a_code_that_differs_in_one_element_is_the_same_person_for_every_figure(waves, partner):
    before, after = waves
    for number in range(6):
        answered(before, partner, "a", str(number), "b", "c", "d")
        answered(after, partner, "a", str(number), "b", "c", "d" if number else "x")
    answered(after, partner, "q", "9", "r", "s", "t")

    snapshot = take_snapshot(study=before.study, by=None)

    codes = Counter(table_of(snapshot)["code"])
    assert sorted(codes.values()) == [1, 2, 2, 2, 2, 2, 2]
    assert snapshot.codebook["matching"] == [
        {"group": "student", "wave": "post", "first": "pre", "exact": 5, "tolerant": None, "ambiguous": 0,
         "unmatched": None, "duplicates": 0},
    ]  # fmt: skip


def test_the_same_code_at_another_partner_is_somebody_else(waves, partner):
    answered(waves[0], partner, "a", "1", "b", "c", "d")
    answered(waves[1], PartnerFactory(project=waves[0].project), "a", "1", "b", "c", "d")

    assert table_of(take_snapshot(study=waves[0].study, by=None))["code"].n_unique() == 2


def test_of_a_code_used_twice_the_last_day_counts(waves, partner):
    before, after = waves
    for day, useful in ((3, "no"), (7, "yes"), (5, "partly")):
        answered(before, partner, "a", "1", "b", "c", "d", day=date(2026, 3, day), answers={"useful": useful})
    answered(after, partner, "a", "1", "b", "c", "d")

    found = link(Responses(table_of(take_snapshot(study=before.study, by=None)), {}), ["pre", "post"])

    assert found.first.frame["day"].to_list() == [date(2026, 3, 7)]
    assert found.report.duplicates == {"pre": 2, "post": 0}


def test_cards_are_matched_by_nothing_but_the_card(waves, partner):
    waves[0].study.linkage = Linkage.CODE
    waves[0].study.save()
    answered(waves[0], partner, "a", "1", "b", "c", "d")
    answered(waves[1], partner, "a", "1", "b", "c", "x")

    snapshot = take_snapshot(study=waves[0].study, by=None)

    assert table_of(snapshot)["code"].n_unique() == 2
    assert "matching" not in snapshot.codebook


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Matching(exact=20, tolerant=9, unmatched=7), (20, 9, 0, 7)),
        (Matching(exact=20, tolerant=3, unmatched=7), (20, None, 0, None)),
        (Matching(exact=20, tolerant=3, ambiguous=2, unmatched=7), (20, None, None, 7)),
        (Matching(exact=4), (None, 0, 0, 0)),
    ],
)
def test_no_figure_of_few_people_is_told_or_can_be_computed(found, told):
    assert tuple(found.told(least=5).values()) == (*told, 0)


def test_the_snapshot_tells_how_codes_were_matched(client, waves, partner):
    for number in range(6):
        for wave in waves:
            answered(wave, partner, "a", str(number), "b", "c", "d")
    snapshot = take_snapshot(study=waves[0].study, by=None)
    client.force_login(UserFactory(role="coordinator", project=waves[0].project))

    page = client.get(reverse("impact_study:snapshot_detail", args=[waves[0].project.code, snapshot.pk]))

    assert "How codes were matched" in page.content.decode()
    assert [row["numbers"] for row in page.context["matching"]] == [[6, 0, 0, 0, 0]]


def test_the_last_snapshot_serves_while_hardly_anything_changed(waves, partner):
    for number in range(6):
        answered(waves[0], partner, "a", str(number), "b", "c", "d")
    taken = take_snapshot(study=waves[0].study, by=None)
    answered(waves[1], partner, "a", "1", "b", "c", "d")

    assert snapshot_for(study=waves[0].study, by=None) == taken
