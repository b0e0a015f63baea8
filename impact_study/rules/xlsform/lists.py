"""The form's lists of choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from impact_study.rules.definition import Choice, ChoiceList
from impact_study.rules.xlsform.names import Codes
from impact_study.rules.xlsform.report import Report
from impact_study.rules.xlsform.sheets import Form
from impact_study.rules.xlsform.texts import Texts


class Lists:
    """Reads each list once; with "or other" it is a list of its own, that has the choice "other"."""

    def __init__(self, form: Form, texts: Texts, report: Report) -> None:
        self.form, self.texts, self.report = form, texts, report
        self.codes = Codes("list")
        self.read: dict[tuple[str, bool], tuple[ChoiceList, dict[str, str]]] = {}

    def all(self) -> tuple[ChoiceList, ...]:
        return tuple(listed for listed, _names in self.read.values())

    def of(self, node: Mapping[str, Any], *, other: bool) -> tuple[str, dict[str, str]]:
        """The code of a question's list, and its choices' codes by the names the form gives them."""
        name = str(node.get("list_name") or node.get("itemset") or "")
        if (name, other) not in self.read:
            options = node.get("choices") or self.form.tree.get("choices", {}).get(name, [])
            kept = [one for one in options if other or self.row_of(name, str(one.get("name"))) is not None]
            self.read[name, other] = self.listed(name, f"{name}_other" if other else name, kept)
        listed, names = self.read[name, other]
        return listed.code, names

    def listed(
        self, name: str, code_from: str, options: Iterable[Mapping[str, Any]]
    ) -> tuple[ChoiceList, dict[str, str]]:
        code, codes, names, choices = self.codes.give(code_from), Codes(""), {}, []
        for option in options:
            written = str(option.get("name", ""))
            own = names[written] = codes.give(written)
            if own != written:
                message = _("The choice became the code “%(code)s”.") % {"code": own}
                self.report.note("changed", "choices", self.row_of(name, written), f"{name}: {written}", message)
            value = int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else None
            key = self.texts.put(f"list.{code}.{own}", option.get("label") or written)
            choices.append(Choice(own, key, value=value))
        return ChoiceList(code, tuple(choices)), names

    def row_of(self, listed: str, name: str) -> int | None:
        """The row of a choice; None for one that the reader added."""
        sheet = self.form.sheets.get("choices")
        rows = sheet.rows if sheet else []
        return next((row.number for row in rows if {listed, name} <= set(row.cells.values())), None)
