"""The codes in which a result says what was done, by which rule, and why not; words come later."""

from __future__ import annotations

from enum import StrEnum, auto


class Method(StrEnum):
    """How a figure was computed."""

    COUNTS = auto()
    NUMBER_SUMMARY = auto()
    CRONBACH_ALPHA = auto()
    SPEARMAN_BROWN = auto()
    PAIRED_T = auto()
    WILCOXON_EXACT = auto()
    WILCOXON_NORMAL = auto()
    MCNEMAR_EXACT = auto()
    MCNEMAR_CHI_SQUARE = auto()
    FRIEDMAN = auto()
    WELCH_T = auto()
    MANN_WHITNEY = auto()
    KRUSKAL_WALLIS = auto()
    DUNN = auto()
    WELCH_ANOVA = auto()
    ANCOVA = auto()
    DIFFERENCE_IN_DIFFERENCES = auto()
    CHI_SQUARE = auto()
    FISHER_EXACT = auto()
    PERMUTATION = auto()
    MANTEL_HAENSZEL = auto()
    SPEARMAN = auto()
    KENDALL_TAU_B = auto()
    PEARSON = auto()
    COHEN_KAPPA = auto()
    RAKING = auto()
    WEIGHTED_MEAN = auto()
    RESPONSE_COUNTS = auto()
    CODE_LINKAGE = auto()


class Rule(StrEnum):
    """Why this method and not another."""

    CLOSED_ITEM = auto()
    NUMBER_OR_SCORE = auto()
    SEVERAL_ITEMS = auto()
    TWO_ITEMS = auto()
    SAME_PEOPLE_SCORE = auto()
    SAME_PEOPLE_SKEWED_SCORE = auto()
    SAME_PEOPLE_ITEM = auto()
    SAME_PEOPLE_YES_NO = auto()
    SAME_PEOPLE_SEVERAL_WAVES = auto()
    FEW_NON_ZERO_PAIRS = auto()
    MANY_NON_ZERO_PAIRS = auto()
    FEW_DISCORDANT_PAIRS = auto()
    MANY_DISCORDANT_PAIRS = auto()
    TWO_GROUPS_SCORE = auto()
    TWO_GROUPS_ITEM = auto()
    SEVERAL_GROUPS_SCORE = auto()
    SEVERAL_GROUPS_ITEM = auto()
    CHANGE_BETWEEN_GROUPS = auto()
    EXPECTED_COUNTS_LARGE = auto()
    EXPECTED_COUNTS_SMALL_TWO_BY_TWO = auto()
    EXPECTED_COUNTS_SMALL = auto()
    SAME_QUESTION_IN_STRATA = auto()
    TWO_SCORES = auto()
    TWO_NUMBERS = auto()
    SHORT_SCALES = auto()
    TWO_CODERS = auto()
    DECLARED_MARGINS = auto()
    RESPONSE = auto()
    LINKED_BY_CODE = auto()


class Caution(StrEnum):
    """What a reader has to know beside the figure."""

    FEW_RESPONSES = auto()
    NEGATIVE_ITEM_TOTAL = auto()
    LOW_ALPHA = auto()
    ITEM_WITHOUT_VARIATION = auto()
    GROUPS_LEFT_OUT = auto()
    SMALL_EXPECTED_COUNTS = auto()
    DIRECTION_TURNS = auto()
    OPPOSITE_DIRECTIONS = auto()
    UNEQUAL_SLOPES = auto()
    WEIGHTS_LIMITED = auto()
    TESTS_UNWEIGHTED = auto()
    NOT_LINKED = auto()
    DUPLICATE_CODES = auto()
    FIGURE_LEFT_OUT = auto()


class Because(StrEnum):
    """Why something was not computed."""

    NO_VARIATION = auto()
    ALL_MISSING = auto()
    ONE_GROUP = auto()
    BELOW_MINIMUM = auto()
    SEPARATION = auto()
    WEIGHTS_NOT_CONVERGING = auto()
    UNKNOWN_VARIABLE = auto()
    NOT_LINKED = auto()
    NO_LIST = auto()


class ScoreRule(StrEnum):
    MEAN = auto()
    SUM = auto()


class PercentOf(StrEnum):
    ROW = auto()
    COLUMN = auto()


class Correction(StrEnum):
    """For many tests of one family."""

    HOLM = auto()
    BENJAMINI_HOCHBERG = auto()
