"""How codes that respondents make themselves were matched: with it a reader judges what the pairs are worth."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.charts.figures import figure
from impact_study.rules.study_document.content import Sheet
from impact_study.rules.study_document.material import Material
from impact_study.rules.study_document.sections import group_order, wave_order

FIGURES = ("exact", "tolerant", "ambiguous", "unmatched", "duplicates")
HIDDEN = "–"


def matching_sheet(material: Material) -> Sheet:
    """A row for each later wave. Figures of few people were left out when the snapshot was taken."""
    rows = sorted(material.matching, key=lambda row: (group_order([row["group"]]), wave_order({"wave": row["wave"]})))
    head = (
        _("Group"), _("Wave"), _("All elements the same"), _("All but one the same"), _("Ambiguous, dropped"),
        _("Unmatched, dropped"), _("Used twice, dropped"),
    )  # fmt: skip
    names = material.names
    told = [
        (names.value("group", row["group"]), names.value("wave", row["wave"]),
         *(HIDDEN if row[name] is None else figure(row[name]) for name in FIGURES))
        for row in rows
    ]  # fmt: skip
    note = _("Answers of a later wave, by whether they found their answer of the first. “–”: fewer than %(minimum)d, "
             "or such a figure could be computed from it.") % {"minimum": material.minimum}  # fmt: skip
    return Sheet(_("How self-made codes were matched"), head, told, frozenset(range(2, len(head))), note)


def matching_words() -> str:
    return _(
        "Respondents made their codes themselves, from things they always know. Within one group and one partner a "
        "later answer belongs to an earlier one when all elements of the code are the same, or all but one and nobody "
        "else comes into question. Whatever is ambiguous or without a match is left out of comparisons of the same "
        "people; of a code used twice in a wave the last day’s answer counts."
    )
