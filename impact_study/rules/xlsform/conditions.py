"""When a form's rows are asked, and what their answers must be."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from impact_study.rules.logic.trees import Tree, references
from impact_study.rules.xlsform.expressions import Known, NotTranslatedError, sure, translated
from impact_study.rules.xlsform.report import Report
from impact_study.rules.xlsform.walking import Place


class Conditions:
    """Reads expressions on the questions that are `known` so far; the builder adds to them row by row."""

    def __init__(self, known: Mapping[str, Known], report: Report) -> None:
        self.known, self.report = known, report
        self.of_groups: dict[int, Tree] = {}

    def tree(self, place: Place, bind: str, what: str) -> Tree:
        """An expression as a tree; what cannot be kept is told."""
        if not (text := place.bound(bind)):
            return None
        try:
            return translated(text, self.known, place.name)
        except NotTranslatedError as error:
            message = _("“%(text)s” is not kept: %(why)s.") % {"text": text[:200], "why": error}
            self.report.note("not_kept", "survey", place.row, f"{place.name}: {what}", message)
            return None

    def relevant(self, place: Place) -> Tree:
        """The row's own condition, and those of the groups around it."""
        around = [self.condition(group) for group in place.groups]
        conditions = [*around, self.tree(place, "relevant", _("condition"))]
        given = [condition for condition in conditions if condition is not None]
        return None if not given else given[0] if len(given) == 1 else ("and", *given)

    def condition(self, group: Place) -> Tree:
        """A group's condition, read and told about once."""
        key = id(group.node)
        if key not in self.of_groups:
            self.of_groups[key] = self.tree(group, "relevant", _("condition"))
        return self.of_groups[key]

    def constraint(self, place: Place) -> Tree:
        """Like XLSForm, a constraint that hangs on a question without an answer is broken."""
        tree = self.tree(place, "constraint", _("constraint"))
        own = self.known[place.name].code
        return tree if tree is None or set(references(tree)) <= {own} else sure(tree)
