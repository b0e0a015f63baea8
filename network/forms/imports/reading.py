"""How the file was read, where a person knows better."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.models import ImportBatch


class ReadingForm(forms.Form):
    """How the file was read, where a person knows better."""

    sheet = forms.ChoiceField(label=_("Tab"), required=False)
    header = forms.IntegerField(
        label=_("Row of the headings"), required=False, min_value=0, help_text=_("0: there is none.")
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"),
        required=False,
        choices=[
            ("", _("As found")),
            *((name, name) for name in ("utf-8", "utf-16", "cp1250", "cp1252", "iso8859_2", "iso8859_15", "cp852")),
        ],
    )
    delimiter = forms.ChoiceField(
        label=_("Cells are divided by"),
        required=False,
        choices=[
            ("", _("As found")),
            (";", _("Semicolon")),
            (",", _("Comma")),
            ("\t", _("Tab stop")),
            ("|", _("Upright line")),
        ],
    )

    def __init__(self, *args: Any, batch: ImportBatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tabs = [tab for tab in batch.counts["file"]["tabs"] if tab]
        self.fields["sheet"].choices = [("", _("As found")), *((tab, tab) for tab in tabs)]  # type: ignore[attr-defined]
        self.fields["header"].initial = batch.header_row
        left_out = ("encoding", "delimiter") if not batch.encoding else ("sheet",)
        for name in left_out:
            del self.fields[name]
