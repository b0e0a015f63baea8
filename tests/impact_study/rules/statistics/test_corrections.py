from hypothesis import given
from hypothesis import strategies as st

from impact_study.rules.statistics.corrections import benjamini_hochberg, holm
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r, vector

RAW = [0.01, None, 0.04, 0.04, 0.0004, 0.6, 0.9, 0.03]
SOME = st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=12)


@needs_r
def test_corrections_are_those_of_r_and_skip_tests_that_could_not_run():
    ran = [p for p in RAW if p is not None]
    r = ask_r(f'p <- {vector(ran)}; say("holm", p.adjust(p, "holm")); say("bh", p.adjust(p, "BH"))')

    for correct, name in ((holm, "holm"), (benjamini_hochberg, "bh")):
        adjusted = correct(RAW)
        assert adjusted[1] is None
        assert [p for p in adjusted if p is not None] == near(*r[name])


@given(SOME)
def test_adjusted_p_is_monotone_at_most_one_and_not_below_the_raw_one(raw):
    for correct in (holm, benjamini_hochberg):
        adjusted = correct(raw)
        pairs = sorted((p, q) for p, q in zip(raw, adjusted, strict=True) if p is not None)
        assert [p is None for p in raw] == [q is None for q in adjusted]
        assert all(p <= q <= 1 for p, q in pairs)
        assert [q for _, q in pairs] == sorted(q for _, q in pairs)
        assert all(b <= h + 1e-12 for b, h in zip(benjamini_hochberg(raw), holm(raw), strict=True) if h is not None)
