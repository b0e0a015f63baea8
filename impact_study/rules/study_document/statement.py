"""What a drawing of changes shows as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from impact_study.rules.study_document.reading import Result, clear_direction, is_told


def statement(found: Sequence[Result]) -> str:
    """Nothing for drawings that only describe."""
    changes = [each for each in found if each["kind"] == "compare_paired" and is_told(each)]
    if not changes:
        return ""
    moves = Counter(clear_direction(each) for each in changes)
    words = {"all": len(changes), "up": moves[1], "down": moves[-1]}
    if moves[1] and moves[-1]:
        return _("%(up)d of %(all)d rose clearly, %(down)d fell clearly") % words
    if moves[1]:
        return _("%(up)d of %(all)d rose clearly") % words
    if moves[-1]:
        return _("%(down)d of %(all)d fell clearly") % words
    return _("None of %(all)d changed clearly") % words
