"""A large study: its snapshot and whole plan as a worker does them, then its board and results as pages (goal 4)."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import batched
from random import Random
from typing import Any

from django.db import connection
from django.urls import reverse

from benchmarks.asking import asker
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, peak_mb, processor, side_by_side, statements
from benchmarks.questionnaires import wave_of
from benchmarks.seed import House, fill
from impact_study.models import AnalysisRun, Participant, Response, Study, Wave
from impact_study.services.counters import delta
from impact_study.services.plans import begin_plan
from impact_study.services.responses import counted_place
from impact_study.services.runs import run_at_once
from impact_study.views.kept_results import drawn_blocks

QUESTIONS, SHEETS, PIECE = 60, 2_000, 5_000
PLACES = [(country, language) for country in ("ES", "RO", "IT") for language in ("en", "es")]
RANDOM_ID = {"postgresql": "gen_random_uuid()", "sqlite": "lower(hex(randomblob(16)))"}


def run(ground: Ground) -> list[Line]:
    with ground.small() as house:
        study = _filled(house, ground.sizes.export_rows)
        lines = _analysed(house, study, ground.sizes.export_rows)
        _grown(study, ground.sizes.participations)
        return [*lines, *_pages(ground, house, study)]


def _analysed(house: House, study: Study, answers: int) -> list[Line]:
    """Our own processor time and memory; the time of the whole says how busy the machine was as well."""
    plan = begin_plan(study=study, by=house.coordinator)
    done: list[AnalysisRun] = []
    started, spent = time.perf_counter(), time.process_time()
    peak, _more = peak_mb(lambda: done.append(run_at_once(plan=plan, by=house.coordinator)))
    taken, spent = time.perf_counter() - started, time.process_time() - spent
    name = f"snapshot and plan of {answers:,} × {QUESTIONS} ({len(done[0].results)} results)"
    return [
        at_most(Line(name, "s", taken), 60),
        at_most(Line(f"{name}, processor time", "s", spent), 60),
        at_most(Line(f"{name}, memory of the process", "MB", peak), 1_000),
    ]


def _filled(house: House, answers: int) -> Study:
    """The same people before and after, of all partners; each answers a little higher afterwards."""
    before = wave_of(house.project, QUESTIONS, has_scales=True)
    study = before.study
    study.linkage, study.languages = "code", ["en", "es"]
    study.save()
    after = Wave.objects.create(study=study, group="student", kind="post", version=before.version)
    people = answers // 2
    Participant.objects.bulk_create(
        [Participant(study=study, pseudonym=f"{number:064x}") for number in range(people)], batch_size=PIECE
    )
    known = list(Participant.objects.filter(study=study).values_list("pk", flat=True))
    for wave, least in ((before, 0), (after, 1)):
        _answered(wave, known, _sheets(least))
    return study


def _sheets(least: int) -> list[dict[str, Any]]:
    draw, found = Random(least), []
    for _sheet in range(SHEETS):
        leaning = draw.random()
        codes = [
            min(4, int(4 * (leaning + draw.random()) / 2) + least * (draw.random() < 0.5)) for _q in range(QUESTIONS)
        ]
        found.append({f"q{place}": f"c{code}" for place, code in enumerate(codes) if draw.random() > 0.02})
    return found


def _answered(wave: Wave, people: list[Any], sheets: list[dict[str, Any]]) -> None:
    partners = list(wave.study.project.partners.order_by("number"))
    for piece in batched(enumerate(people), PIECE):
        Response.objects.bulk_create(
            Response(
                study=wave.study, wave=wave, version=wave.version, partner=partners[number % len(partners)],
                country=PLACES[number % len(PLACES)][0], language=PLACES[number % len(PLACES)][1],
                channel_kind="code", participant_id=person, day="2019-02-05", seconds=300,
                answers=sheets[number % SHEETS], submission_hash=f"{wave.pk}-{number}",
            )
            for number, person in piece
        )  # fmt: skip


def _grown(study: Study, answers: int) -> None:
    """So many responses that what reads them is found out; their answers are empty, for pages have none to read."""
    one = Response.objects.filter(study=study)[:1].get()
    shared = {name: str(getattr(one, name)) for name in ("study_id", "wave_id", "version_id", "partner_id")}
    fill(
        Response, "n", numbers=answers, id=RANDOM_ID[connection.vendor], submission_hash="CAST(n.i AS varchar(64))",
        country="'ES'", language="'en'", channel_kind="'code'", state="'complete'", day="CURRENT_DATE", **shared,
    )  # fmt: skip
    place = counted_place(one)
    delta(place, answers).save()
    with connection.cursor() as cursor:
        cursor.execute(
            "VACUUM ANALYZE" if connection.vendor == "postgresql" and not connection.in_atomic_block else "ANALYZE"
        )


def _pages(ground: Ground, house: House, study: Study) -> list[Line]:
    analysis = AnalysisRun.objects.get(study=study)
    code, rounds = house.project.code, max(2, ground.sizes.rounds // 2)
    first, change = analysis.plan.content["blocks"][1]["code"], "change_student"
    address = reverse("impact_study:run_detail", args=[code, analysis.pk])
    asked = {
        "response board": reverse("impact_study:response_board", args=[code, study.pk]),
        "runs": reverse("impact_study:run_list", args=[code, study.pk]),
        "results, questions": f"{address}?block={first}",
        "results, changes": f"{address}?block={change}",
        "results, changes by country": f"{address}?block={change}&by=country",
    }
    ask, lines = asker(house.coordinator), []
    for name, where in asked.items():
        page = partial(ask, where)
        times = side_by_side(page, rounds=rounds)[0]
        spent = processor(page, rounds)
        name = f"page {name}, {ground.sizes.participations:,} responses"
        lines.append(at_most(Line(f"{name}, median", "ms", times.ms, statements=statements(page)), 100))
        lines.append(at_most(Line(f"{name}, processor time", "ms", spent.ms), 100))
    for name in ("results, questions", "results, changes by country"):
        spent = processor(partial(_drawn_anew, ask, asked[name]), rounds)
        lines.append(Line(f"page {name}, drawn anew, processor time", "ms", spent.ms))
    return lines


def _drawn_anew(ask: Callable[[str], Any], where: str) -> None:
    drawn_blocks.forget()
    ask(where)
