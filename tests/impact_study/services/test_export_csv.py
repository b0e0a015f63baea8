import csv
import io

import pytest

from impact_study.models import Participant
from impact_study.rules.exporting import columns_of
from impact_study.services.codebooks import codebook_of
from impact_study.services.export_csv import CsvOptions, csv_pieces, rows_of
from tests.factories.impact_study import ResponseFactory, VersionFactory, WaveFactory
from tests.impact_study.rules.questionnaires import document, page, question

pytestmark = pytest.mark.django_db

TEXTS = {
    "en": {"q.agrees": "I agree", "list.agree.1": "No", "list.agree.2": "Yes", "q.years": "Years", "q.why": "Why?"}
}
ANSWERS = [
    ({"agrees": "1", "years": -5, "likes": ["red", "other"], "likes__other": "=1+1", "why": "=cmd()"}, {}),
    ({"years": 2.5, "order": ["blue", "red"]}, {"agrees": "not_applicable", "likes": "no_answer"}),
    ({"why": 'says "so", and\nmore'}, {"agrees": "not_shown", "years": "dont_know", "order": "prefer_not_to_say"}),
]  # fmt: skip


@pytest.fixture
def study():
    definition = document(
        page(
            "one", question("agrees", "single", choices="agree"), question("years", "number"),
            question("likes", "multiple", choices="colours", other=True), question("why", "text"),
            question("order", "ranking", choices="colours"),
        )
    )  # fmt: skip
    wave = WaveFactory(version=VersionFactory(definition=definition, texts=TEXTS))
    for answers, missing in ANSWERS:
        person = Participant.objects.create(study=wave.study, pseudonym=str(len(missing)))
        ResponseFactory(wave=wave, answers=answers, missing=missing, participant=person, seconds=60)
    return wave.study


def read_back(study, **options):
    text = b"".join(csv_pieces(study, CsvOptions(**options))).decode()
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_csv_reads_back_as_it_was_answered(study):
    found = {row["years"]: row for row in read_back(study)}

    first, second, third = found["-5"], found["2.5"], found["dont_know"]
    assert [first[name] for name in ("agrees", "likes__red", "likes__blue", "likes__other")] == ["1", "1", "0", "1"]
    assert (first["likes__other_text"], first["why"]) == ("'=1+1", "'=cmd()")
    assert (second["agrees"], second["likes__red"], second["order__blue"], second["order__red"]) == (
        "not_applicable", "no_answer", "1", "2",
    )  # fmt: skip
    assert (third["agrees"], third["why"], third["order__red"]) == (
        "not_shown", 'says "so", and\nmore', "prefer_not_to_say",
    )  # fmt: skip
    assert len({row["respondent"] for row in found.values()}) == 3
    assert first["seconds"] == "60"


def test_csv_writes_labels_when_asked(study):
    assert {row["agrees"] for row in read_back(study, language="en")} == {"No", "not_applicable", "not_shown"}


def test_csv_marks_itself_only_when_asked(study):
    starts = [b"".join(csv_pieces(study, CsvOptions(mark=mark)))[:3] for mark in (True, False)]

    assert starts == [b"\xef\xbb\xbf", b"ver"]


def test_csv_by_the_database_is_csv_by_rows(study):
    columns = columns_of(codebook_of(study))

    by_database = [{k: v.removeprefix("'") for k, v in row.items() if k != "respondent"} for row in read_back(study)]
    names = [name for name in read_back(study)[0] if name != "respondent"]
    by_rows = [
        dict(zip(names, (str(cell) for place, cell in enumerate(row) if place != 7), strict=True))
        for row in rows_of(study, columns)
    ]

    assert by_database == by_rows
