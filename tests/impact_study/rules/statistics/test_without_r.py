"""Where R is not installed, SciPy's own tests, which go other ways, still judge the main ones."""

import numpy as np
import pytest
from scipy import stats

from impact_study.rules.statistics.associations import kendall, pearson, spearman
from impact_study.rules.statistics.crosstabs import crosstab
from impact_study.rules.statistics.paired_scores import paired_scores
from impact_study.rules.statistics.results import Interval
from impact_study.rules.statistics.several_group_ranks import several_group_ranks
from impact_study.rules.statistics.several_waves import several_waves
from impact_study.rules.statistics.signed_ranks import signed_ranks
from impact_study.rules.statistics.two_groups import two_group_ranks, two_group_scores
from tests.impact_study.rules.statistics.r import near

DRAWN = np.random.default_rng(3)
A, B, C = (DRAWN.integers(1, 6, 60).astype(float) for _ in range(3))
TABLE = [[12, 9, 20], [17, 22, 8]]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (paired_scores(A, B).p, stats.ttest_rel(B, A).pvalue),
        (signed_ranks(A, B).p, stats.wilcoxon(B, A, correction=False, method="asymptotic").pvalue),
        (two_group_scores(A, B).p, stats.ttest_ind(A, B, equal_var=False).pvalue),
        (two_group_ranks(A, B).p, stats.mannwhitneyu(A, B, use_continuity=False, method="asymptotic").pvalue),
        (several_waves([A, B, C], waves="abc").p, stats.friedmanchisquare(A, B, C).pvalue),
        (several_group_ranks([*A, *B, *C], np.repeat([*"abc"], 60)).p, stats.kruskal(A, B, C).pvalue),
        (crosstab(TABLE, rows="ab", columns="xyz").p, stats.chi2_contingency(TABLE, correction=False).pvalue),
        (pearson(A, B).p, stats.pearsonr(A, B).pvalue),
        (spearman(A, B).p, stats.spearmanr(A, B).pvalue),
        (kendall(A, B).coefficient, stats.kendalltau(A, B).statistic),
    ],
)
def test_the_main_tests_are_those_of_scipy(ours, theirs):
    assert ours == near(theirs)


def test_the_interval_of_a_correlation_is_that_of_scipy():
    theirs = stats.pearsonr(A, B).confidence_interval()

    assert pearson(A, B).interval == Interval(near(theirs.low), near(theirs.high))


@pytest.mark.parametrize("compare", [paired_scores, signed_ranks, pearson, spearman, kendall])
def test_figures_do_not_depend_on_the_order_of_people(compare):
    order = np.random.default_rng(4).permutation(len(A))
    one, other = compare(A, B), compare(A[order], B[order])

    assert (one.n, one.p) == (other.n, near(other.p))
