"""The codes of results in words: what was done, why so, why not, and what to mind."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Words = Mapping[str, str | Promise]

KINDS: Words = {
    "describe_item": _("Answers to single questions"),
    "describe_score": _("Scores"),
    "reliability": _("Consistency of scales"),
    "compare_paired": _("Change of the same people"),
    "compare_waves3": _("Change over several waves"),
    "compare_groups": _("Groups compared"),
    "crosstab": _("Two questions together"),
    "stratified": _("The same question in strata"),
    "association": _("Associations"),
    "change_between_groups": _("Did groups change differently"),
    "weights": _("Weights"),
    "response": _("Who answered"),
}
COLUMNS: Words = {
    "country": _("By country"), "partner": _("By partner"), "language": _("By language"),
    "organisation": _("By organisation"),
}  # fmt: skip
METHODS: Words = {
    "counts": _("Counts and shares with Wilson intervals"),
    "number_summary": _("Mean, spread and quartiles"),
    "cronbach_alpha": _("Cronbach's alpha"),
    "spearman_brown": _("Spearman-Brown coefficient"),
    "paired_t": _("Paired t test"),
    "wilcoxon_exact": _("Wilcoxon signed-rank test, exact"),
    "wilcoxon_normal": _("Wilcoxon signed-rank test, normal approximation"),
    "mcnemar_exact": _("McNemar test, exact"),
    "mcnemar_chi_square": _("McNemar test, chi-square"),
    "friedman": _("Friedman test"),
    "welch_t": _("Welch's t test"),
    "mann_whitney": _("Mann-Whitney test"),
    "kruskal_wallis": _("Kruskal-Wallis test"),
    "dunn": _("Dunn's comparisons"),
    "welch_anova": _("Welch's analysis of variance"),
    "ancova": _("Analysis of covariance"),
    "difference_in_differences": _("Difference in differences"),
    "chi_square": _("Pearson's chi-square test"),
    "fisher_exact": _("Fisher's exact test"),
    "permutation": _("Permutation test"),
    "mantel_haenszel": _("Mantel-Haenszel odds ratio"),
    "spearman": _("Spearman's rank correlation"),
    "kendall_tau_b": _("Kendall's tau-b"),
    "pearson": _("Pearson's correlation"),
    "cohen_kappa": _("Cohen's kappa"),
    "raking": _("Raking to declared margins"),
    "weighted_mean": _("Weighted mean"),
    "response_counts": _("Response counts"),
    "code_linkage": _("Linking by code"),
}
RULES: Words = {
    "closed_item": _("A question with given answers"),
    "number_or_score": _("A number or a score"),
    "several_items": _("A scale of three items or more"),
    "two_items": _("A scale of two items"),
    "same_people_score": _("The same people, a score"),
    "same_people_skewed_score": _("The same people, a score whose differences are skewed"),
    "same_people_item": _("The same people, a single item"),
    "same_people_yes_no": _("The same people, yes or no"),
    "same_people_several_waves": _("The same people in three waves or more"),
    "few_non_zero_pairs": _("At most 25 pairs that differ"),
    "many_non_zero_pairs": _("More than 25 pairs that differ"),
    "few_discordant_pairs": _("Fewer than 25 pairs that changed"),
    "many_discordant_pairs": _("25 pairs or more that changed"),
    "two_groups_score": _("Two groups of different people, a score"),
    "two_groups_item": _("Two groups of different people, a single item"),
    "several_groups_score": _("Several groups, a score"),
    "several_groups_item": _("Several groups, a single item"),
    "change_between_groups": _("Change compared between groups"),
    "expected_counts_large": _("Expected counts large enough"),
    "expected_counts_small_two_by_two": _("Small expected counts, two by two"),
    "expected_counts_small": _("Small expected counts"),
    "same_question_in_strata": _("The same question in strata"),
    "two_scores": _("Two scores"),
    "two_numbers": _("Two numbers"),
    "short_scales": _("Two short scales"),
    "two_coders": _("Two coders"),
    "declared_margins": _("Margins declared in the plan"),
    "response": _("Counted while people answered"),
    "linked_by_code": _("People found again by their code"),
}
CAUTIONS: Words = {
    "few_responses": _("Few responses: the figure is unsteady."),
    "negative_item_total": _("An item runs against the others; it may have to be reversed."),
    "low_alpha": _("The items hang together loosely (alpha below .60)."),
    "item_without_variation": _("Everybody answered an item alike."),
    "groups_left_out": _("Groups of fewer than 10 were left out of the test."),
    "small_expected_counts": _("Some expected counts are small."),
    "direction_turns": _("In the parts it runs the other way than in the whole: read the parts."),
    "opposite_directions": _("The groups moved in opposite directions: the whole says little about each."),
    "unequal_slopes": _("The groups' answers before and after hang together differently."),
    "weights_limited": _("Weights reached their limits."),
    "tests_unweighted": _("Tests are computed without weights."),
    "not_linked": _("The waves could not be linked: they are compared as different people, which is weaker."),
    "duplicate_codes": _("Some codes were used twice in a wave; the last answers count."),
    "figure_left_out": _("A figure could not be computed and is left out."),
}
BECAUSE: Words = {
    "no_variation": _("everybody answered alike"),
    "all_missing": _("nobody answered"),
    "one_group": _("there is one group only"),
    "below_minimum": _("fewer than 10 people or pairs are left"),
    "separation": _("a group is told apart completely"),
    "weights_not_converging": _("the weights do not settle"),
    "unknown_variable": _("the snapshot has no such question"),
    "not_linked": _("the waves are not linked"),
    "no_list": _("there was no list of those asked"),
}
ABSENCES: Words = {
    "not_shown": _("Not shown"),
    "no_answer": _("No answer"),
    "not_applicable": _("Does not apply"),
    "dont_know": _("Does not know"),
    "prefer_not_to_say": _("Prefers not to say"),
}
FIGURES: Words = {
    "mean": _("Mean"), "sd": _("Standard deviation"), "median": _("Median"), "lower_quartile": _("Lower quartile"),
    "upper_quartile": _("Upper quartile"), "minimum": _("Smallest"), "maximum": _("Largest"),
    "interval": _("95% interval"), "mean_before": _("Mean before"), "mean_after": _("Mean after"),
    "sd_before": _("Standard deviation before"), "sd_after": _("Standard deviation after"),
    "difference": _("Difference"), "sd_difference": _("Standard deviation of the differences"), "t": _("t"),
    "df": _("Degrees of freedom"), "d_z": _("d (of differences)"), "d_z_interval": _("95% interval of d"),
    "d_av": _("d (average spread)"), "g_av": _("g (corrected d)"), "w_plus": _("W+"), "w_minus": _("W−"), "z": _("z"),
    "rank_biserial": _("Rank-biserial r"), "higher": _("Higher after"), "same": _("The same"),
    "lower": _("Lower after"), "net_share": _("Higher less lower, share"), "both_yes": _("Yes both times"),
    "only_before": _("Yes only before"), "only_after": _("Yes only after"), "neither": _("No both times"),
    "share_before": _("Share before"), "share_after": _("Share after"), "change": _("Change of the share"),
    "chi_square": _("Chi-square"), "alpha": _("Alpha"), "standardised_alpha": _("Standardised alpha"),
    "spearman_brown": _("Spearman-Brown"), "n_first": _("n, first group"), "n_second": _("n, second group"),
    "mean_first": _("Mean, first group"), "mean_second": _("Mean, second group"), "d": _("d"), "g": _("g"),
    "u": _("U"), "h": _("H"), "f": _("F"), "df_between": _("Degrees of freedom, between"),
    "df_within": _("Degrees of freedom, within"), "epsilon_squared": _("Epsilon squared"),
    "eta_squared": _("Eta squared"), "eta_squared_h": _("Eta squared (H)"), "cramers_v": _("Cramér's V"),
    "cramers_v_corrected": _("Cramér's V, corrected"), "odds_ratio": _("Odds ratio"),
    "coefficient": _("Coefficient"), "kendall_w": _("Kendall's W"), "invited": _("Invited"),
    "reached": _("Reached"), "started": _("Started"), "complete": _("Complete"), "partial": _("Broken off"),
    "lowest": _("Lowest weight"), "highest": _("Highest weight"), "design_effect": _("Design effect"),
    "effective_n": _("Effective n"), "slope": _("Slope"),
}  # fmt: skip


def told(words: Words, code: object) -> str:
    """The words for a code; the code itself where nobody has written any."""
    return str(words.get(str(code), code or ""))
