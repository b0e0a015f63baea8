"""What an author says about statements that share a list of choices."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from impact_study.enums import QuestionType, Required
from impact_study.forms.items.base import TEXT, ItemForm, put
from impact_study.rules.editing import Part, codes_in_use

MATRIX_TYPES = (QuestionType.MATRIX_SINGLE, QuestionType.MATRIX_MULTIPLE)
ROW = re.compile(r"^\s*([a-z][a-z0-9_]{0,31})\s*[:|]\s*(.+?)\s*$")


class MatrixForm(ItemForm):
    """Statements under one stem that share a list of choices."""

    kind = "matrix"
    texts_of_fields = {"text": "", "help": ".help"}
    type = forms.ChoiceField(label=gettext_lazy("Type"), choices=[(one.value, one.label) for one in MATRIX_TYPES])
    help = forms.CharField(label=gettext_lazy("Help"), widget=forms.Textarea(TEXT), required=False)
    choices = forms.ChoiceField(label=gettext_lazy("List of choices"))
    required = forms.ChoiceField(label=gettext_lazy("Must it be answered?"), choices=Required, initial=Required.SOFT)
    rows = forms.CharField(
        label=gettext_lazy("Statements"), widget=forms.Textarea({"rows": 8}),
        help_text=gettext_lazy("One a line: code, colon, words. The order of the lines is the order of the page."),
    )  # fmt: skip

    def known(self, page: str) -> dict[str, Any]:
        known = super().known(page)
        if self.item is not None:
            lines = [f"{row['code']}: {self.texts.get(row['text'], '')}" for row in self.item["rows"]]
            known |= {"rows": "\n".join(lines), "required": self.item["rows"][0].get("required", Required.NONE)}
        return known

    def clean_rows(self) -> list[tuple[str, str]]:
        found, own = [], {row["code"] for row in (self.item or {}).get("rows", [])}
        taken = codes_in_use(self.document) - own
        for number, line in enumerate(filter(str.strip, self.cleaned_data["rows"].splitlines()), start=1):
            match = ROW.match(line)
            if match is None:
                raise forms.ValidationError(_("Line %(number)d is not “code: words”.") % {"number": number})
            if match[1] in taken:
                raise forms.ValidationError(_("The code %(code)s is used twice.") % {"code": match[1]})
            taken.add(match[1])
            found.append((match[1], match[2]))
        return found

    def _rows(self) -> list[Part]:
        known = {row["code"]: row for row in (self.item or {}).get("rows", [])}
        rows = []
        for code, _words in self.cleaned_data["rows"]:
            row = {"code": code, "text": f"q.{code}", **known.get(code, {})}
            put(row, "required", self.cleaned_data["required"])
            if row.get("required") == Required.NONE:
                del row["required"]
            rows.append(row)
        return rows

    def written(self) -> dict[str, str]:
        spoken = dict(self.cleaned_data["rows"])
        return {**super().written(), **{row["text"]: spoken[row["code"]] for row in self._rows()}}

    def part(self) -> Part:
        part = super().part()
        return {
            **part,
            "type": self.cleaned_data["type"],
            "choices": self.cleaned_data["choices"],
            "rows": self._rows(),
        }
