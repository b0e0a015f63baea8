"""The files behind the heads of the period, each with its hash and what it proves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from network.chapters.figures import day_words
from network.enums import EvidenceKind
from network.models import AggregateCount, Evidence, Participation, Period, Project, Proof
from network.reporting import ChapterContent, Table


@dataclass(frozen=True)
class Exhibit:
    """A numbered piece of evidence of a period; what it proves is said without a name of a person."""

    number: int
    evidence: Evidence
    proves: str

    @property
    def label(self) -> str:
        return f"E{self.number:03d}"

    @property
    def partner_label(self) -> str:
        return self.evidence.partner.label if self.evidence.partner else "–"


def exhibits(period: Period) -> list[Exhibit]:
    """The evidence behind verified records and unnamed heads that the period took in."""
    proven = proven_by(period)
    files = Evidence.objects.filter(pk__in=proven).prefetch_related("partner__organisation")
    ordered = files.order_by("partner__number", "proves_on", "pk")
    return [Exhibit(number, each, "; ".join(proven[each.pk])) for number, each in enumerate(ordered, 1)]


def proven_by(period: Period) -> dict[int, list[str]]:
    """What each file proves: "12 records: Workshop in Bologna, 14 March 2018". Counted by the database."""
    occasion = ("participation__occasion__title", "participation__occasion__held_on")
    proofs = Proof.objects.filter(participation__in=Participation.objects.verified().filter(period=period))
    records = proofs.values("evidence", "participation__occasion", *occasion).annotate(n=Count("pk"))
    told: dict[int, list[str]] = defaultdict(list)
    ordered = records.order_by(occasion[1], "participation__occasion")
    for evidence, title, day, n in ordered.values_list("evidence", *occasion, "n"):
        words = _record_words(n, get_language())
        told[evidence].append(words % {"n": n, "occasion": title, "day": day_words(day)})
    unnamed = AggregateCount.objects.filter(period=period).order_by("occasion__held_on", "pk")
    for evidence, title, heads in unnamed.values_list("evidence", "occasion__title", "heads"):
        words = ngettext("%(n)d head without name: %(occasion)s", "%(n)d heads without names: %(occasion)s", heads)
        told[evidence].append(words % {"n": heads, "occasion": title})
    return dict(told)


@lru_cache(maxsize=1000)
def _record_words(n: int, _language: str | None) -> str:
    return ngettext("%(n)d record: %(occasion)s, %(day)s", "%(n)d records: %(occasion)s, %(day)s", n)


def build_evidence(project: Project, period: Period, figures: dict[str, Any] | None) -> ChapterContent:
    found = exhibits(period)
    if not found:
        return ChapterContent(notes=[_("No evidence stands behind this period yet.")])
    head = (_("No."), _("Kind"), _("Partner"), _("What it proves"), _("State"), "SHA-256")
    kinds = {kind.value: str(kind.label) for kind in EvidenceKind}
    states = {True: _("Superseded"), False: _("In question"), None: _("Sound")}
    rows = [
        (each.label, kinds[each.evidence.kind], each.partner_label, each.proves, states[_doubt(each.evidence)],
         each.evidence.sha256)
        for each in found
    ]  # fmt: skip
    note = _("The hash of a file proves that it was not changed since; the files are in the archive of evidence.")
    return ChapterContent(tables=[Table(_("Evidence"), head, rows, note=note)])


def _doubt(evidence: Evidence) -> bool | None:
    """Superseded, flagged, or neither."""
    if evidence.superseded_by_id:
        return True
    return False if evidence.flagged else None
