"""Runs the surveys that other apps ask for through the network."""

from __future__ import annotations

from impact_study.enums import ChannelKind, CountedStep, StudyState
from impact_study.models import Channel, Wave
from impact_study.services.channels import address_of, open_channel
from impact_study.services.counters import read_counts
from network.models import Partner, SurveyChannel
from network.surveys import SurveyCounts, register


class Runner:
    """A wave of the project's running study for the group; the partner's own open link into it."""

    def address(self, channel: SurveyChannel) -> str:
        waves = Wave.objects.filter(
            study__project=channel.project, study__state=StudyState.RUNNING, group=channel.group, kind=channel.wave
        )
        wave = waves.select_related("study").order_by("-pk").first()
        partner = channel.partner or Partner.objects.filter(project=channel.project).order_by("number").first()
        if wave is None or partner is None:
            return ""
        return address_of(open_channel(wave=wave, partner=partner, kind=ChannelKind.OPEN_LINK, by=None))

    def counts(self, channel: SurveyChannel) -> SurveyCounts:
        """Of the partner in the wave, whichever way people came in."""
        own = Channel.objects.filter(slug=_slug(channel.address)).select_related("wave").first()
        if own is None:
            return SurveyCounts()
        sums = dict.fromkeys((CountedStep.REACHED, CountedStep.STARTED, CountedStep.COMPLETE), 0)
        for place, number in read_counts([own.wave]).items():
            if place.partner == own.partner_id and place.step in sums:
                sums[CountedStep(place.step)] += number
        return SurveyCounts(sums[CountedStep.REACHED], sums[CountedStep.STARTED], sums[CountedStep.COMPLETE])


def _slug(address: str) -> str:
    return address.rpartition("/s/")[2].strip("/")


register(Runner())
