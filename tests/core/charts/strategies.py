"""Chart specifications nobody would draw, and that must come out whole all the same."""

from hypothesis import strategies as st

from core.charts import ChartSpec, Kind, Order

WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", "x" * 300, "word " * 60, "مشاركة المتدربين", "<script>", "\"'&", "\x00\x1b\ud800", "工作"]),
)
FIGURES = st.one_of(
    st.none(),
    st.integers(-1000, 1000),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([0, 1e300, -1e300, 5e-324, 0.1, 10**18]),
)


@st.composite
def specs(draw, figures=FIGURES, words=WORDS):
    rows, columns = draw(st.integers(0, 5)), draw(st.integers(0, 6))
    cells = st.frozensets(st.tuples(st.integers(0, 5), st.integers(0, 6)), max_size=3)
    return ChartSpec(
        kind=draw(st.sampled_from(Kind)),
        title=draw(words),
        statement=draw(words),
        categories=tuple(draw(words) for _row in range(rows)),
        series=tuple(draw(words) for _column in range(columns)),
        values=tuple(tuple(draw(figures) for _column in range(columns)) for _row in range(rows)),
        row_n=draw(st.sampled_from([(), tuple(range(rows))])),
        unit=draw(st.sampled_from(["", "%", "weeks"])),
        order=draw(st.sampled_from(Order)),
        hidden=draw(cells),
        hidden_too=draw(cells),
        codes=tuple(draw(st.sampled_from(["ES", "mt", "XK", "??"])) for _row in range(rows)),
        bounds=draw(st.sampled_from([(), (10,), (1, 5, 10, 50)])),
    )
