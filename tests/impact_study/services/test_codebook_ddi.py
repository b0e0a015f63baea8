import csv
import io
from xml.etree import ElementTree

import pytest

from impact_study.services.codebook_ddi import ddi_codebook
from impact_study.services.export_csv import CsvOptions, csv_pieces
from tests.impact_study.answered import TEXTS
from tests.impact_study.published import run_study

pytestmark = pytest.mark.django_db
DDI = "{ddi:codebook:2_5}"


@pytest.fixture
def study():
    return run_study()[0].study


@pytest.fixture
def book(study):
    return ElementTree.fromstring(ddi_codebook(study, data="data/answers.csv", language="en"))


def test_ddi_describes_every_column_of_the_answers(study, book):
    heads = next(csv.reader(io.StringIO(b"".join(csv_pieces(study, CsvOptions(mark=False))).decode())))

    assert [each.get("name") for each in book.iter(f"{DDI}var")] == heads
    assert book.findtext(f".//{DDI}varQnty") == str(len(heads))


def test_ddi_tells_question_universe_categories_and_counts(book):
    variable = next(each for each in book.iter(f"{DDI}var") if each.get("name") == "hired")
    told = [(each.findtext(f"{DDI}catValu"), each.findtext(f"{DDI}labl")) for each in variable.iter(f"{DDI}catgry")]
    counted = [int(each.text) for each in variable.iter(f"{DDI}catStat") if each.get("sdatrefs") == "student_pre"]

    assert variable.findtext(f"{DDI}qstn/{DDI}qstnLit") == TEXTS["en"]["q.hired"]
    assert variable.findtext(f"{DDI}universe") == "Everybody who answers"
    assert told[:3] == [("yes", "Yes"), ("no", "No"), ("not_shown", "Not shown")]
    assert sum(counted) == 60


def test_ddi_refers_to_what_it_names(book):
    names = [each.get("ID") for each in book.iter() if each.get("ID")]
    called = {name for each in book.iter() for at in ("files", "sdatrefs") for name in (each.get(at) or "").split()}

    assert len(names) == len(set(names))
    assert called <= set(names)


def test_ddi_has_no_count_of_a_small_group():
    study = run_study(people=4)[0].study
    book = ElementTree.fromstring(ddi_codebook(study, data="answers.csv", language="en"))

    assert list(book.iter(f"{DDI}catStat")) == []
