"""States of imports and of their rows in word, icon and colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.enums import ImportState
from network.models import ImportBatch, ImportRow
from network.rules.importing.wording import finding_problem
from network.templatetags.network import state

register = template.Library()
TONES = {ImportState.APPLIED: "ok", ImportState.UNDONE: "plain"}


@register.simple_tag
def import_state(batch: ImportBatch) -> SafeString:
    return state(TONES.get(ImportState(batch.state), "info"), batch.get_state_display())


@register.simple_tag
def import_match(row: ImportRow) -> SafeString:
    """What will become of a row."""
    if row.is_refused:
        return state("bad", _("refused"))
    if row.decision == "skip":
        return state("plain", _("left out"))
    if row.match == "possible" and not row.decision:
        return state("warn", _("to be matched"))
    known = row.decision.startswith(("person:", "organisation:", "row:"))
    return state("ok" if known else "info", _("known") if known else _("new"))


@register.simple_tag
def import_finding(stored: Mapping[str, Any]) -> str:
    return str(finding_problem(stored).message)
