import pyreadstat
import pytest

from impact_study.services.export_sav import write_sav
from tests.factories.impact_study import ResponseFactory
from tests.impact_study.answered import answered_study

pytestmark = pytest.mark.django_db


def test_sav_reads_back_with_its_labels(tmp_path):
    study = answered_study(people=3)
    ResponseFactory(wave=study.waves.first(), answers={"skill_1": "a4"}, missing={"skill_2": "dont_know"}, country="PT")

    report = write_sav(study, tmp_path / "answers.sav", "en")

    table, told = pyreadstat.read_sav(tmp_path / "answers.sav", user_missing=True, output_format="polars")
    row = table.filter(table["country"] == "PT").to_dicts()[0]
    assert (table.height, row["skill_1"], row["skill_2"], row["skill_3"]) == (7, 4.0, 9997.0, None)
    assert told.column_names_to_labels["skill_1"] == "I know the trade"
    assert told.variable_value_labels["skill_1"][4.0] == "Level 4"
    assert told.variable_value_labels["skill_1"][9997.0] == "Does not know"
    assert told.variable_measure["skill_1"] == "ordinal"
    assert told.variable_measure["hired"] == "nominal"
    assert len(report) == 1
