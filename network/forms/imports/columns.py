"""Step two of an import: what the columns hold."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ProblemsMixin
from network.models import ImportBatch
from network.rules.columns.fields import FIELDS_OF
from network.rules.importing.labels import FIELD_LABELS

LEAVE_OUT = "-"


class ColumnsForm(ProblemsMixin, forms.Form):
    """Step two: a field for each column, and how a text file is to be read."""

    def __init__(self, *args: Any, batch: ImportBatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = sorted(FIELDS_OF[batch.kind], key=lambda name: str(FIELD_LABELS[name]))
        choices = [(LEAVE_OUT, _("Leave out")), *((name, FIELD_LABELS[name]) for name in fields)]
        for column in batch.columns:
            index = str(column["index"])
            self.fields[index] = forms.ChoiceField(
                label=f"{column['letters']} · {column['header']}" if column["header"] else column["letters"],
                choices=choices,
                initial=batch.mapping.get(index, LEAVE_OUT),
                help_text=" · ".join(sample[:40] for sample in column["samples"][:3]),
            )

    def mapping(self) -> dict[str, str]:
        return {index: field for index, field in self.cleaned_data.items() if field != LEAVE_OUT}
