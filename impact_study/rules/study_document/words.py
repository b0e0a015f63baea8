"""The fixed words of a study: how it was done, and what it cannot tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.charts.figures import figure
from impact_study.rules.result_words import METHODS, told
from impact_study.rules.study_document.content import Block, Sheet, Words
from impact_study.rules.study_document.glossary import CORRECTIONS, GLOSSARY
from impact_study.rules.study_document.matching import matching_words
from impact_study.rules.study_document.material import Material


def method_blocks(material: Material) -> Iterator[Block]:
    yield Words(method_paragraphs(material))
    used = Counter(each["method"] for each in material.results if each["method"])
    rows = [(told(METHODS, method), figure(number)) for method, number in used.most_common()]
    yield Sheet(_("Methods used"), (_("Method"), _("Results")), rows, frozenset({1}))


def method_paragraphs(material: Material) -> list[str]:
    design = {"design": material.design, "linkage": material.linkage, "anonymity": material.anonymity}
    plan = {"number": material.plan_number, "day": _day(material.plan_locked_on)}
    return [
        _("Design: %(design)s. Waves are linked by: %(linkage)s. Answers are: %(anonymity)s.") % design,
        *([matching_words()] if material.matching else []),
        _("What is computed was written down beforehand (plan %(number)d, locked on %(day)s).") % plan
        if material.plan_locked_on
        else _("The plan of the analysis (number %(number)d) was not locked before the answers were known.") % plan,
        _("Tests are two-sided at 5%, intervals are at 95%. Tests need at least 10 people per group or 10 pairs; "
          "below that there are descriptions only."),
        _("All tests of one block of the plan are one family: p is corrected over it and given beside the raw one in "
          "the annex. Corrected are by Holm what was promised, by Benjamini and Hochberg what is explored."),
        _("Missing answers keep their reason: not shown, no answer, does not apply, does not know, prefers not to "
          "say. Percentages are of those who answered the question."),
        _("Nothing is told of fewer than %(minimum)d people. Further figures are hidden where a hidden one could be "
          "computed from them.") % {"minimum": material.minimum},
        _("Computed with %(software)s.") % {
            "software": ", ".join(f"{name} {version}" for name, version in sorted(material.software.items())) or "–"
        },
    ]  # fmt: skip


def _day(day: object) -> str:
    return date_format(day) if day else ""  # type: ignore[arg-type]


def limit_blocks(material: Material) -> Iterator[Block]:
    yield Words(list(_limits(material)))
    if own := material.texts.get("limits"):
        yield Words(paragraphs(own), heading=_("As the partners see it"))


def _limits(material: Material) -> Iterator[str]:
    if material.is_simulated:
        yield _("The answers of this study are simulated. They say nothing about real people.")
    if not material.is_linked:
        yield _("The waves could not be linked: they are compared as different people, which is weaker.")
    if not material.is_causal:
        yield _("There is no comparison group: the study tells what changed, not why.")
    if material.has_open_links:
        yield _("Who answered through an open link chose to do so; they need not be like all who were meant.")
    yield _("Answers are people's own view of themselves and of their work.")
    if material.withheld:
        words = ngettext(
            "%(count)s figure is hidden to protect people.", "%(count)s figures are hidden to protect people.",
            material.withheld,
        )  # fmt: skip
        yield words % {"count": figure(material.withheld)}
    if material.withdrawn_since:
        yield _("Answers were withdrawn after the snapshot was taken; the next snapshot leaves them out.")
    if any(each["exploratory"] for each in material.results):
        yield _("Blocks marked exploratory were looked at without a promise; they suggest, they do not show.")


def deviation_blocks(material: Material) -> Iterator[Block]:
    if not material.deviations:
        yield Words([_("The plan was not changed after closing.")])
        return
    rows = [(figure(each.number), date_format(each.day), each.reason) for each in material.deviations]
    yield Sheet(_("Changes of the plan after closing"), (_("Plan"), _("Day"), _("Why")), rows)


def glossary_sheet(material: Material) -> Sheet:
    used = {each["method"] for each in material.results if each["method"]}
    rows = [(told(METHODS, code), str(words), source) for code, (words, source) in GLOSSARY.items() if code in used]
    corrections = {each["correction"] for each in material.results if each["correction"]}
    rows += [(code.replace("_", "-").title(), str(w), s) for code, (w, s) in CORRECTIONS.items() if code in corrections]
    return Sheet(_("Methods in a sentence"), (_("Method"), _("What it tells"), _("Source")), rows)


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
