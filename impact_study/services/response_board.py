"""The response board, from counters only: no answer is read, and nobody's submission waits for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count as Number
from django.db.models import Q, Sum

from impact_study.enums import CountedStep, WaveKind
from impact_study.models import ResponseDelta, ResponseTally, Study, SurveyInvitation, Translation, Wave, WaveTarget
from impact_study.rules.response_board import (
    Count,
    Line,
    PageLine,
    ResponseBoard,
    language_cells,
    line,
    page_lines,
)
from impact_study.rules.studies import IN_TIME
from network.countries import country_name
from network.enums import RespondentGroup
from network.models import Partner

KEYS = ("wave", "partner", "country", "language", "step")
SMALLEST = 5
# What the lines say of waves and partners: no more is read, and the planner has little to think about.
SAID = ("group", "kind", "population", "study_id")
NAMED = ("number", "project_id", "organisation__name", "organisation__short_name")
# One respondent leaves one mark of each of these; pages passed are asked for one wave at a time.
STEPS = [step for step in CountedStep if step != CountedStep.PAGE]


def response_board(study: Study, *, wave: Wave | None = None) -> ResponseBoard:
    """The study's figures of now, or those of one wave."""
    waves = [wave] if wave else sorted(Wave.objects.filter(study=study).only(*SAID).order_by(), key=_in_time)
    named = Partner.objects.filter(project=study.project_id).select_related("organisation").only(*NAMED)
    partners = list(named.order_by("number"))
    counts = counted(waves)
    asked = invited(waves)
    promised: dict[tuple[int, int], int] = {
        (wave_id, partner): answers
        for wave_id, partner, answers in WaveTarget.objects.filter(wave__in=waves)
        .order_by()
        .values_list("wave", "partner", "answers")
    }
    by_wave, by_partner = grouped(counts, "wave"), grouped(counts, "partner")
    wave_lines = [
        line(
            by_wave[one.pk], label=str(one), key=str(one.pk), note=one.group, asked=one.population,
            target=sum(n for (of, _who), n in promised.items() if of == one.pk) or None,
        )
        for one in waves
    ]  # fmt: skip
    return ResponseBoard(
        total=line(counts, label="", target=sum(promised.values()) or None),
        waves=wave_lines,
        groups=_groups(wave_lines),
        partners=[
            line(
                by_partner[one.pk], label=str(one), key=str(one.pk), asked=asked[one.pk][0], done=asked[one.pk][1],
                target=sum(n for (_wave, who), n in promised.items() if who == one.pk) or None,
            )
            for one in partners
        ],
        countries=[
            line(rows, label=country_name(code) if code else "–", key=code)
            for code, rows in sorted(grouped(counts, "country").items())
        ],
        languages=study.languages,
        by_language=[
            (country_name(code) if code else "–", cells)
            for code, cells in language_cells(
                counts, languages=study.languages, k=max(SMALLEST, study.minimum_group)
            ).items()
        ],
        pages=_pages(wave, wave_lines[0].reached) if wave else (),
    )  # fmt: skip


def _in_time(wave: Wave) -> tuple[int, int]:
    return RespondentGroup.values.index(wave.group), IN_TIME.index(WaveKind(wave.kind))


def counted(waves: Sequence[Wave]) -> list[Count]:
    """Tallies, and what was not yet folded into them."""
    numbers: Counter[tuple[Any, ...]] = Counter()
    for *key, number in summed(*KEYS, wave__in=waves, step__in=STEPS):
        numbers[tuple(key)] += number
    return [Count(*key) for key in ((*known, number) for known, number in numbers.items())]


def answered_by_wave(study: Study) -> Counter[int]:
    """How many answered in each wave."""
    numbers: Counter[int] = Counter()
    for wave, number in summed("wave", wave__study=study, step=CountedStep.COMPLETE):
        numbers[wave] += number
    return numbers


def summed(*keys: str, **asked: Any) -> Any:
    """Sums of tallies and of fresh deltas in one statement, so that folding meanwhile is seen wholly or not at all."""
    folded, fresh = (
        model._default_manager.filter(**asked).order_by().values_list(*keys).annotate(total=Sum("number"))
        for model in (ResponseTally, ResponseDelta)
    )
    return folded.union(fresh, all=True)


def grouped(counts: Iterable[Count], name: str) -> defaultdict[Any, list[Count]]:
    found: defaultdict[Any, list[Count]] = defaultdict(list)
    for count in counts:
        found[getattr(count, name)].append(count)
    return found


def invited(waves: Sequence[Wave]) -> defaultdict[int, tuple[int | None, int | None]]:
    """By partner: how many were asked by a personal link, and how many of them are done."""
    found: defaultdict[int, tuple[int | None, int | None]] = defaultdict(lambda: (None, None))
    rows = SurveyInvitation.objects.filter(channel__wave__in=waves).order_by().values_list("channel__partner")
    for partner, number, done in rows.annotate(number=Number("pk"), done=Number("pk", filter=Q(is_done=True))):
        found[partner] = (number, done)
    return found


def _groups(waves: Sequence[Line]) -> list[Line]:
    names = dict(RespondentGroup.choices)
    groups: dict[str, list[Line]] = {}
    for one in waves:
        groups.setdefault(one.note, []).append(one)
    fields = ("reached", "started", "answered", "screened_out", "withdrawn")
    return [
        Line(
            label=str(names[group]), key=group, target=sum(one.target or 0 for one in rows) or None,
            **{name: sum(getattr(one, name) for one in rows) for name in fields},
        )
        for group, rows in groups.items()
    ]  # fmt: skip


def _pages(wave: Wave, reached: int) -> list[PageLine]:
    passed: Counter[str] = Counter()
    for page, number in summed("page", wave=wave, step=CountedStep.PAGE):
        passed[page] += number
    pages = [(page["code"], page.get("title", "")) for page in wave.version.definition["pages"]]
    texts = dict(
        Translation.objects.filter(
            version=wave.version_id, language=wave.version.base_language, key__in=[key for _code, key in pages]
        ).values_list("key", "text")
    )
    return page_lines([(code, texts.get(key, code)) for code, key in pages], passed, reached=reached)
