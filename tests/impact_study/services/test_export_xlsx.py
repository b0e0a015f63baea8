import openpyxl
import pytest

from impact_study.services.export_xlsx import write_answers
from tests.factories.impact_study import ResponseFactory, VersionFactory, WaveFactory
from tests.impact_study.rules.questionnaires import document, page, question

pytestmark = pytest.mark.django_db


def test_numbers_below_zero_stay_numbers_and_texts_are_no_formulas(tmp_path):
    definition = document(page("one", question("years", "number"), question("why", "text")))
    wave = WaveFactory(version=VersionFactory(definition=definition))
    ResponseFactory(wave=wave, answers={"years": -5, "why": "=1+1"}, seconds=60)

    write_answers(wave.study, tmp_path / "answers.xlsx", "en")

    head, row = openpyxl.load_workbook(tmp_path / "answers.xlsx")["Data"].rows
    cells = dict(zip((cell.value for cell in head), row, strict=True))
    assert (cells["years"].value, cells["years"].data_type) == (-5, "n")
    assert (cells["why"].value, cells["why"].data_type, cells["why"].quotePrefix) == ("=1+1", "s", True)
