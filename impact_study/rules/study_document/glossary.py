"""Each method in a sentence, with its source."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Entry = tuple[str | Promise, str]

GLOSSARY: Mapping[str, Entry] = {
    "counts": (_("Counts and percent of those who answered the question, with an interval for the share."),
               "Wilson 1927"),
    "number_summary": (_("Mean, standard deviation (n − 1), quartiles (type 7) and the t interval of the mean."), ""),
    "cronbach_alpha": (_("How far the items of a scale go together, on people who answered all of them."),
                       "Cronbach 1951; Feldt 1965"),
    "spearman_brown": (_("How far the two items of a scale go together."), "Spearman 1910; Brown 1910"),
    "paired_t": (_("Difference of means of the same people; its size is d, the mean change over the SD of changes."),
                 "Cohen 1988; Lakens 2013"),
    "wilcoxon_exact": (_("Ranks of the changes of the same people, zeros dropped, exact over all signs."),
                       "Wilcoxon 1945; Kerby 2014"),
    "wilcoxon_normal": (_("Ranks of the changes of the same people, zeros dropped, corrected for ties."),
                        "Wilcoxon 1945; Pratt 1959; Kerby 2014"),
    "mcnemar_exact": (_("Whether more people changed one way than the other, exact."), "McNemar 1947"),
    "mcnemar_chi_square": (_("Whether more people changed one way than the other."), "McNemar 1947"),
    "friedman": (_("Ranks of the same people over three waves or more, with Kendall's W."), "Friedman 1937"),
    "welch_t": (_("Difference of means of two groups that need not vary alike."), "Welch 1947"),
    "mann_whitney": (_("Whether one of two groups tends to higher values."), "Mann & Whitney 1947"),
    "kruskal_wallis": (_("Whether one of several groups tends to higher values."), "Kruskal & Wallis 1952"),
    "dunn": (_("Which of several groups differ, by mean ranks."), "Dunn 1964"),
    "welch_anova": (_("Means of several groups that need not vary alike."), "Welch 1951"),
    "ancova": (_("Values afterwards compared between groups, at equal values before."), "Van Breukelen 2006"),
    "difference_in_differences": (_("Changes compared between groups."), "Welch 1947"),
    "chi_square": (_("Whether two questions go together, with Cramér's V."), "Cramér 1946; Bergsma 2013"),
    "fisher_exact": (_("Whether two questions go together, exact for a table of two by two."), "Fisher 1935"),
    "permutation": (_("Whether two questions go together, by shuffling the answers with a fixed seed."), ""),
    "mantel_haenszel": (_("Odds of two groups compared within strata."), "Mantel & Haenszel 1959"),
    "spearman": (_("Whether two answers rise together, by ranks."), "Spearman 1904"),
    "kendall_tau_b": (_("Whether two answers on short scales rise together."), "Kendall 1945"),
    "pearson": (_("Whether two scores rise together on a line, with Fisher's interval."), "Fisher 1915"),
    "cohen_kappa": (_("How far two coders agree beyond chance."), "Cohen 1960"),
    "raking": (_("Weights that meet declared shares one after the other."), "Deming & Stephan 1940; Kish 1965"),
    "weighted_mean": (_("Means with weights; the standard error is linearised."), "Kish 1965"),
    "response_counts": (_("Who was asked, began and finished; a rate only where a list exists."), "AAPOR"),
    "code_linkage": (_("People found again by the code on their card."), ""),
}  # fmt: skip
CORRECTIONS: Mapping[str, Entry] = {
    "holm": (_("Holm: all tests of one block together, for what was promised beforehand."), "Holm 1979"),
    "benjamini_hochberg": (
        _("Benjamini and Hochberg: all tests of one block together, for what is only explored."),
        "Benjamini & Hochberg 1995",
    ),
}
