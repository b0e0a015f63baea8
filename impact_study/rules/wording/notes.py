"""What has to be said beside a figure, or instead of it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.rules.statistics.codes import Because, Caution
from impact_study.rules.wording.figures import Data

# Not told in a sentence: few responses and left-out figures show in the figures themselves.
WARNINGS: Mapping[Caution, str | Promise] = {
    Caution.OPPOSITE_DIRECTIONS: gettext_lazy("Groups moved in opposite directions; the figure for all hides that."),
    Caution.DIRECTION_TURNS: gettext_lazy("Within the groups the direction is the opposite of the figure for all."),
    Caution.NOT_LINKED: gettext_lazy(
        "The waves could not be linked: they are compared as different people, which is weaker."
    ),
    Caution.DUPLICATE_CODES: gettext_lazy("Of codes used more than once in a wave, the last complete response counts."),
    Caution.GROUPS_LEFT_OUT: gettext_lazy("Groups that are too small for a test are left out of it."),
    Caution.TESTS_UNWEIGHTED: gettext_lazy("Shares and means are also given weighted; tests are not."),
    Caution.UNEQUAL_SLOPES: gettext_lazy("The difference between the groups depends on the value before."),
    Caution.LOW_ALPHA: gettext_lazy("The items hang together less than is usually asked for (below 0.60)."),
    Caution.NEGATIVE_ITEM_TOTAL: gettext_lazy("One item runs against the others."),
    Caution.SMALL_EXPECTED_COUNTS: gettext_lazy("Few people stand in some cells, so the test was computed exactly."),
    Caution.WEIGHTS_LIMITED: gettext_lazy("Weights were limited, so the declared shares are met only nearly."),
}


def not_computed(result: Data) -> str:
    reasons = {
        Because.NO_VARIATION: _("all answers are the same"),
        Because.ALL_MISSING: _("there is no answer"),
        Because.ONE_GROUP: _("there is only one group"),
        Because.BELOW_MINIMUM: _("there are fewer than %(needed)s people") % {"needed": result.get("needed") or 10},
        Because.SEPARATION: _("the groups are fully apart"),
        Because.WEIGHTS_NOT_CONVERGING: _("no weights within the limits reach the declared shares"),
        Because.UNKNOWN_VARIABLE: _("the snapshot does not hold this question"),
        Because.NOT_LINKED: _("the waves are not linked"),
        Because.NO_LIST: _("nobody listed who was asked"),
    }
    return _("Not computed, because %(reason)s.") % {"reason": reasons[Because(result["because"])]}


def hidden_words(name: str, result: Data) -> str:
    if result["why"] == "small":
        words = _("%(name)s: not shown, fewer than %(minimum)s people.")
        return words % {"name": name, "minimum": result["minimum"]}
    return _("%(name)s: not shown, to protect another figure.") % {"name": name}
