"""The files behind the heads of the period, each with its hash and what it proves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models import AggregateCount, Evidence, Participation, Period, Project, Proof
from network.reporting import ChapterContent, Table


@dataclass(frozen=True)
class Exhibit:
    """A numbered piece of evidence of a period; what it proves is said without a name of a person."""

    number: int
    evidence: Evidence
    proves: str

    @property
    def partner_label(self) -> str:
        return self.evidence.partner.label if self.evidence.partner else "–"


def exhibits(period: Period) -> list[Exhibit]:
    """The evidence behind verified records and unnamed heads that the period took in."""
    records = Participation.objects.verified().filter(period=period)
    proofs = Proof.objects.filter(participation__in=records).select_related("participation__occasion")
    unnamed = AggregateCount.objects.filter(period=period).select_related("occasion")
    behind = {*proofs.values_list("evidence", flat=True), *unnamed.values_list("evidence", flat=True)}
    files = (
        Evidence.objects.filter(pk__in=behind)
        .select_related("partner__organisation", "superseded_by")
        .prefetch_related(Prefetch("proofs", proofs), Prefetch("aggregate_counts", unnamed))
        .order_by("partner__number", "proves_on", "pk")
    )
    return [Exhibit(number, each, in_words(each)) for number, each in enumerate(files, 1)]


def in_words(evidence: Evidence) -> str:
    """ "12 records: Workshop in Bologna, 14 Mar 2018"."""
    records = Counter(proof.participation.occasion for proof in evidence.proofs.all())
    told = [
        ngettext("%(n)d record: %(occasion)s, %(day)s", "%(n)d records: %(occasion)s, %(day)s", n)
        % {"n": n, "occasion": occasion.title, "day": occasion.held_on.isoformat()}
        for occasion, n in sorted(records.items(), key=lambda item: (item[0].held_on, item[0].pk))
    ]
    told += [
        ngettext("%(n)d head without name: %(occasion)s", "%(n)d heads without names: %(occasion)s", count.heads)
        % {"n": count.heads, "occasion": count.occasion.title}
        for count in evidence.aggregate_counts.all()
    ]
    return "; ".join(told)


def build_evidence(project: Project, period: Period, figures: dict[str, Any] | None) -> ChapterContent:
    found = exhibits(period)
    if not found:
        return ChapterContent(notes=[_("No evidence stands behind this period yet.")])
    head = (_("No."), _("Kind"), _("Partner"), _("What it proves"), _("State"), "SHA-256")
    rows = [
        (f"E{each.number:03d}", str(each.evidence.get_kind_display()), each.partner_label, each.proves, state(each),
         each.evidence.sha256)
        for each in found
    ]  # fmt: skip
    note = _("The hash of a file proves that it was not changed since; the files are in the archive of evidence.")
    return ChapterContent(tables=[Table(_("Evidence"), head, rows, note=note)])


def state(exhibit: Exhibit) -> str:
    if exhibit.evidence.superseded_by_id:
        return _("Superseded")
    return _("In question") if exhibit.evidence.flagged else _("Sound")
