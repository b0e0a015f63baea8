from django.utils import translation
from hypothesis import given
from hypothesis import settings as effort

from core.charts import ChartSpec, Kind, Order, Table, csv, table
from core.charts.samples import SAMPLES
from tests.core.charts.strategies import specs


def test_table_says_shares_and_why_a_cell_is_hidden():
    assert table(SAMPLES["agreement, hidden"]) == Table(
        caption="How tutors see it",
        head=("Subject", "Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree", "n"),
        rows=(
            ("The plan is clear", "hidden, n < 5", "hidden, to protect another figure", "11\xa0(21%)", "25\xa0(48%)",
             "10\xa0(19%)", "52"),
            ("I have the time", "9\xa0(17%)", "12\xa0(23%)", "9\xa0(17%)", "14\xa0(27%)", "8\xa0(15%)", "52"),
        ),
    )  # fmt: skip


def test_table_writes_figures_in_the_language_of_the_reader():
    spec = ChartSpec(kind=Kind.BARS, title="T", categories=("a",), series=("s",), values=((12345.5,),), unit="km")
    with translation.override("es"):
        assert table(spec).rows == (("a", "12\xa0345,5"),)
    assert table(spec).head[1] == "s (km)"


def test_csv_keeps_plain_numbers_in_the_order_of_the_chart():
    spec = ChartSpec(
        kind=Kind.BARS, title="T", categories=("a", "=b()", "c"), series=("People",), order=Order.LARGEST_FIRST,
        values=((1.5,), (12345,), (3,)), hidden=frozenset({(2, 0)}),
    )  # fmt: skip
    assert csv(spec) == 'Subject,People\r\n\'=b(),12345\r\na,1.5\r\nc,"hidden, n < 5"\r\n'


def test_map_without_figures_says_yes():
    assert table(SAMPLES["partner map"]).rows[0] == ("Spain", "yes")


@effort(deadline=None)
@given(spec=specs())
def test_table_and_csv_have_a_cell_for_every_figure(spec):
    columns = 1 + len(spec.series) + bool(spec.row_n)
    assert {len(row) for row in table(spec).rows} <= {columns}
    assert csv(spec).count("\r\n") == len(spec.categories) + 1
