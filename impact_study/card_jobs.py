"""Printing cards and posters as work in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import jobs
from impact_study.models import Channel
from impact_study.services.cards import print_cards, print_poster

CARDS, POSTER = "impact_study.print_cards", "impact_study.print_poster"


def channel_of(params: Mapping[str, Any]) -> Channel:
    rows = Channel.objects.select_related("wave__study__project__rule_set", "partner__organisation")
    return rows.get(pk=params["channel"])


@jobs.register(CARDS, title=gettext_lazy("Code cards"), permission="impact_study.change_channel", target=channel_of)
def cards(job: jobs.Handle) -> Mapping[str, Any]:
    channel, number = channel_of(job.params), int(job.params["cards"])
    batch = print_cards(channel=channel, number=number, language=job.params["language"], by=job.actor)
    url = reverse("impact_study:cards_file", args=[channel.project.code, batch.pk])
    return {
        "url": url,
        "message": _("%(number)d cards are ready. The file is deleted after a day.") % {"number": number},
    }


@jobs.register(POSTER, title=gettext_lazy("Poster"), permission="impact_study.change_channel", target=channel_of)
def poster(job: jobs.Handle) -> Mapping[str, Any]:
    channel = channel_of(job.params)
    print_poster(channel=channel, language=job.params["language"])
    url = reverse("impact_study:channel_poster_file", args=[channel.project.code, channel.pk])
    return {"url": url, "message": _("The poster is ready.")}
