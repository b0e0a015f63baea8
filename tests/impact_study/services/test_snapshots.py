from datetime import date
from pathlib import Path

import polars as pl
import pytest

from core.models import AuditEntry
from core.problems import ProblemsFound
from impact_study.enums import ResponseState
from impact_study.models import Participant
from impact_study.services.codebooks import codebook_of
from impact_study.services.snapshots import mark_withdrawn, opened, take_snapshot
from tests.factories import UserFactory
from tests.factories.impact_study import ResponseFactory, StudyFactory, WaveFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def wave():
    return WaveFactory()


def test_snapshot_holds_complete_answers_as_typed_columns(wave):
    person = Participant.objects.create(study=wave.study, pseudonym="p")
    ResponseFactory(wave=wave, country="ES", answers={"useful": "yes"}, participant=person)
    ResponseFactory(wave=wave, country="RO", answers={}, missing={"useful": "no_answer"})
    ResponseFactory(wave=wave, state=ResponseState.WITHDRAWN)

    snapshot = take_snapshot(study=wave.study, by=UserFactory())

    with opened(snapshot) as path:
        table = pl.read_parquet(path).sort("country")
    assert table.select("wave", "group", "country", "useful", "useful__missing").rows() == [
        ("pre", "student", "ES", "yes", None), ("pre", "student", "RO", None, "no_answer"),
    ]  # fmt: skip
    assert table["code"].is_null().to_list() == [False, True]
    assert str(person.pk) not in table["code"][0]
    assert (snapshot.rows, snapshot.number) == (2, 1)
    assert AuditEntry.objects.filter(action="impact_study.snapshot.taken").count() == 1


def test_snapshot_carries_its_codebook(wave):
    book = codebook_of(wave.study)

    assert book["waves"] == [{"group": "student", "kind": "pre", "instrument": "small", "version": wave.version.number}]
    assert [(v["column"], v["type"], v["label"]["es"], v["groups"]) for v in book["variables"]] == [
        ("useful", "single", "¿Fue útil?", ["student"])
    ]
    assert [choice["value"] for choice in book["variables"][0]["choices"]] == [1, 2, 3]


def test_snapshot_without_answers_is_refused():
    with pytest.raises(ProblemsFound, match="no complete response"):
        take_snapshot(study=StudyFactory(), by=None)


def test_snapshot_whose_file_was_changed_is_not_read(wave):
    ResponseFactory(wave=wave)
    snapshot = take_snapshot(study=wave.study, by=None)
    Path(snapshot.file.path).write_bytes(b"other")

    with pytest.raises(ProblemsFound, match="not the one"), opened(snapshot):
        pass


def test_answers_withdrawn_later_mark_the_snapshots_that_hold_them(wave):
    early = ResponseFactory(wave=wave, day=date(2019, 1, 1))
    late = ResponseFactory(wave=wave, day=date(2999, 1, 1))
    snapshot = take_snapshot(study=wave.study, by=None)

    mark_withdrawn(response=early)
    mark_withdrawn(response=late)

    snapshot.refresh_from_db()
    assert snapshot.withdrawn_since == 1
