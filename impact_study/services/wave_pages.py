"""What the pages of a wave tell: figures by partner from the counters, figures of invitations without names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from impact_study.enums import CountedStep
from impact_study.models import Channel, SurveyInvitation, Wave, WaveTarget
from impact_study.services.counters import counts_by
from network.models import Partner


@dataclass(frozen=True)
class PartnerLine:
    partner: Partner
    reached: int
    started: int
    complete: int
    target: int | None


def partner_lines(wave: Wave) -> list[PartnerLine]:
    """Partners with a way in, an answer or a target."""
    counts = counts_by([wave], "partner", "step")
    targets = dict(WaveTarget.objects.filter(wave=wave).values_list("partner", "answers"))
    known: set[Any] = {partner for partner, _step in counts} | set(targets)
    known |= set(Channel.objects.filter(wave=wave).values_list("partner", flat=True))
    rows = Partner.objects.filter(pk__in=known).select_related("organisation").order_by("number")
    return [
        PartnerLine(
            partner, counts.get((partner.pk, CountedStep.REACHED), 0), counts.get((partner.pk, CountedStep.STARTED), 0),
            counts.get((partner.pk, CountedStep.COMPLETE), 0), targets.get(partner.pk),
        )
        for partner in rows
    ]  # fmt: skip


def invitation_figures(channel: Channel) -> Mapping[str, int]:
    return SurveyInvitation.objects.filter(channel=channel).aggregate(
        asked=Count("pk"),
        sent=Count("pk", filter=Q(sent_at__isnull=False)),
        opened=Count("pk", filter=Q(opened=True)),
        done=Count("pk", filter=Q(is_done=True)),
        bounced=Count("pk", filter=Q(bounced=True)),
        unsubscribed=Count("pk", filter=Q(unsubscribed=True)),
    )
