"""How an app asks for a survey and gets link and counts back, knowing nothing of whoever runs surveys.

The app that runs surveys registers itself at start-up; without one, nothing is found and nothing fails.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from network.models import Partner, Project, SurveyChannel


@dataclass(frozen=True)
class SurveyCounts:
    reached: int = 0
    started: int = 0
    complete: int = 0


class SurveyRunner(Protocol):
    def address(self, channel: SurveyChannel) -> str: ...
    def counts(self, channel: SurveyChannel) -> SurveyCounts: ...


_runners: list[SurveyRunner] = []


def register(runner: SurveyRunner) -> None:
    """Say who runs surveys."""
    _runners[:] = [runner]


def ask_for_survey(
    *, project: Project, group: str, wave: str, title: str, partner: Partner | None = None
) -> SurveyChannel:
    """The channel of a wave ("pre", "post", …) of a group; asked again, the same one."""
    channel, _is_new = SurveyChannel.objects.get_or_create(
        project=project, partner=partner, group=group, wave=wave, defaults={"title": title}
    )
    address = _runners[0].address(channel) if _runners and not channel.address else channel.address
    if address != channel.address:
        SurveyChannel.objects.filter(pk=channel.pk).update(address=address)
        channel.address = address
    return channel


def survey_counts(channel: SurveyChannel) -> SurveyCounts:
    return _runners[0].counts(channel) if _runners and channel.address else SurveyCounts()
