"""How many did what: deltas appended in the respondent's own transaction, folded into tallies by a periodic task.

Finished, screened-out and withdrawn responses are counted here; opened and passed pages come from `steps`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Q, Sum

from impact_study.enums import CountedStep, ResponseState
from impact_study.models import Response, ResponseDelta, ResponseTally, Wave, WaveTarget
from impact_study.services.group_scores import bring_scores
from network.models import AnswerCount, Category

PLACE = ("wave_id", "partner_id", "country", "language", "channel_kind", "step", "page")
# The median of the last answers tells the expected minutes; below the least number nothing is told.
LAST, LEAST = 500, 5


class Place(NamedTuple):
    """What is counted apart."""

    wave: int
    partner: int
    country: str
    language: str
    channel_kind: str
    step: str
    page: str = ""


def delta(place: Place, number: int = 1) -> ResponseDelta:
    return ResponseDelta(**dict(zip(PLACE, place, strict=True)), number=number)


def note_answer(place: Place, number: int = 1) -> None:
    """Count a finished, screened-out or withdrawn response, in the transaction that makes it so."""
    ResponseDelta.objects.bulk_create([delta(place, number)])


def read_counts(waves: Iterable[Wave]) -> Counter[Place]:
    """Tallies and fresh deltas in one statement, so that a fold going on meanwhile is seen wholly or not at all."""
    keys = [wave.pk for wave in waves]
    columns = (*PLACE, "number")
    folded = ResponseTally.objects.filter(wave__in=keys).order_by().values_list(*columns)
    fresh = ResponseDelta.objects.filter(wave__in=keys).order_by().values_list(*columns)
    found: Counter[Place] = Counter()
    for *place, number in folded.union(fresh, all=True):
        found[Place(*place)] += number
    return +found


def counts_by(waves: Sequence[Wave], *names: str) -> dict[tuple[object, ...], int]:
    """Counts summed by some of the columns, such as `step` or `partner, step`."""
    found: Counter[tuple[object, ...]] = Counter()
    for place, number in read_counts(waves).items():
        found[tuple(getattr(place, name) for name in names)] += number
    return dict(found)


@transaction.atomic
def fold_counts(wave: Wave) -> int:
    """Add a wave's deltas to its tallies and bring the quota board's answers up to date. Safe beside writers."""
    # The first statement holds back another fold; on SQLite it takes the write lock.
    Wave.objects.filter(pk=wave.pk).update(tallies_folded=F("tallies_folded") + 1)
    deltas = list(ResponseDelta.objects.filter(wave=wave).values_list("pk", *PLACE, "number"))
    added: Counter[Place] = Counter()
    for _pk, *place, number in deltas:
        added[Place(*place)] += number
    for place, number in added.items():
        _add(place, number)
    ResponseDelta.objects.filter(pk__in=[row[0] for row in deltas]).delete()
    bring_answers(wave)
    Wave.objects.filter(pk=wave.pk).update(median_seconds=_median(wave))
    bring_scores(wave, complete=_complete(wave))
    return len(deltas)


def _complete(wave: Wave) -> int:
    rows = ResponseTally.objects.filter(wave=wave, step=CountedStep.COMPLETE)
    return int(rows.aggregate(whole=Sum("number"))["whole"] or 0)


def _add(place: Place, number: int) -> None:
    where = dict(zip(PLACE, place, strict=True))
    if number and not ResponseTally.objects.filter(**where).update(number=F("number") + number):
        ResponseTally.objects.create(**where, number=number)


def bring_answers(wave: Wave) -> None:
    """The board's own column: answers and targets by partner and category, over all groups of the category.

    Counted from the tallies, which have just been folded; no key leads from a person to an answer.
    """
    study, name = wave.study, board_name(wave)
    for category in _categories(wave):
        alike = Wave.objects.filter(study=study, kind=wave.kind, group__in=category.respondent_groups)
        answers = _by_partner(ResponseTally.objects.filter(wave__in=alike, step=CountedStep.COMPLETE), "number")
        targets = _by_partner(WaveTarget.objects.filter(wave__in=alike), "answers")
        for partner in {*answers, *targets}:
            AnswerCount.objects.update_or_create(
                partner_id=partner, category=category, wave=name,
                defaults={"answers": max(0, answers.get(partner, 0)), "target": targets.get(partner)},
            )  # fmt: skip


def board_name(wave: Wave) -> str:
    return f"{wave.study.code}/{wave.kind}"


def _categories(wave: Wave) -> list[Category]:
    rows = Category.objects.filter(project=wave.study.project_id)
    return [category for category in rows if wave.group in category.respondent_groups]


def _by_partner(rows, column: str) -> Mapping[int, int]:  # type: ignore[no-untyped-def]  # two models' querysets
    found = rows.order_by().values_list("partner").annotate(whole=Sum(column))
    return dict(found)


def _median(wave: Wave) -> int | None:
    complete = Q(state=ResponseState.COMPLETE, seconds__isnull=False)
    rows = Response.objects.filter(complete, wave=wave).values_list("seconds", flat=True)[:LAST]
    seconds = [found for found in rows if found is not None]
    return round(median(seconds)) if len(seconds) >= LEAST else None


def full_count(waves: Iterable[Wave]) -> Counter[Place]:
    """What the counters of finished responses must equal, counted from the responses themselves."""
    steps = {
        ResponseState.COMPLETE: CountedStep.COMPLETE,
        ResponseState.SCREENED_OUT: CountedStep.SCREENED_OUT,
        ResponseState.WITHDRAWN: CountedStep.WITHDRAWN,
    }
    columns = ("wave_id", "partner_id", "country", "language", "channel_kind", "state")
    found: Counter[Place] = Counter()
    for row in Response.objects.filter(wave__in=waves).values_list(*columns):
        wave, partner, country, language, channel_kind, state = row
        found[Place(wave, partner, country, language, channel_kind, str(steps[ResponseState(state)]))] += 1
    return found
