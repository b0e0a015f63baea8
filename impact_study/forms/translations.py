"""Which texts the translation desk shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from core.text import fold
from impact_study.enums import TextState
from impact_study.rules.definition import Definition
from impact_study.rules.definition.texts import keys_by_page
from impact_study.rules.texts import Standing

OUTDATED = "outdated"
# No code of a page holds this sign.
SHARED = "-"


class DeskFilter(forms.Form):
    part = forms.ChoiceField(label=_("Part"), required=False)
    state = forms.ChoiceField(
        label=_("State"), required=False,
        choices=[("", _("All")), *TextState.choices, (OUTDATED, _("Source changed"))],
    )  # fmt: skip
    q = forms.CharField(label=_("Words or code"), max_length=80, required=False)

    def __init__(self, *args: Any, definition: Definition, rows: Sequence[Standing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows, self.parts = rows, keys_by_page(definition)
        said = {row.key: row.source for row in rows}
        pages = [
            (page.code, f"{number} · {said.get(page.title) or page.code}")
            for number, page in enumerate(definition.pages, 1)
        ]
        self.fields["part"].choices = [  # type: ignore[attr-defined]
            ("", _now("All")), *pages, (SHARED, _now("Choices and scales")),
        ]  # fmt: skip

    def narrowed(self) -> list[Standing]:
        asked = self.cleaned_data if self.is_valid() else {}
        words, state, part = fold(asked.get("q", "")), asked.get("state", ""), asked.get("part", "")
        keys = self.parts[part.strip(SHARED)] if part else ()
        return [
            row
            for row in self.rows
            if (not part or row.key in keys)
            and (not words or words in fold(f"{row.key} {row.source} {row.text}"))
            and (not state or (row.is_outdated if state == OUTDATED else row.shown_state == state))
        ]
