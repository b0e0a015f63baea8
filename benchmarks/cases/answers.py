"""Answers: analysed, counted on the response board, and taken out as CSV (goals 4 and 5)."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from django.db import connection

from benchmarks.bounds.copying import Sink
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, database_ms, once, peak_mb, processor, side_by_side, statements
from benchmarks.questionnaires import wave_of
from impact_study.models import Response, ResponseTally, Study, Wave
from impact_study.services.counters import fold_counts, note_answer
from impact_study.services.export_csv import CsvOptions, csv_pieces
from impact_study.services.response_board import response_board
from impact_study.services.responses import counted_place

QUESTIONS, EXPORTED = 40, 20


def run(ground: Ground) -> list[Line]:
    return [*_analysis(ground), *_board(ground), *_export(ground)]


def _analysis(ground: Ground) -> list[Line]:
    """The shares of every question of every wave, against reading the columns and counting their values."""
    import numpy as np
    import polars as pl

    from impact_study.rules.columns import MISSING

    rows, rounds = ground.sizes.participations, max(2, ground.sizes.rounds // 6)
    draw, codes = np.random.default_rng(7), [f"c{place}" for place in range(5)]
    choices = pl.Series(codes, dtype=pl.Enum(codes))
    answers = {f"q{place}": choices.gather(draw.integers(0, 5, rows, dtype=np.uint32)) for place in range(QUESTIONS)}
    facts = {
        "wave": pl.Series(["pre"] * rows, dtype=pl.String),
        "group": pl.Series(["student"] * rows, dtype=pl.String),
    }
    empty = pl.Series([None], dtype=MISSING).new_from_index(0, rows)
    missing = {f"{name}__missing": empty for name in answers}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "answers.parquet"
        pl.DataFrame({**facts, **answers, **missing}).write_parquet(path, compression="zstd")
        ours, bound = side_by_side(lambda: _described(path, codes), lambda: _scanned(path), rounds=rounds)
        spent, least = (processor(work, rounds) for work in (lambda: _described(path, codes), lambda: _scanned(path)))
    name = f"analysis of {rows:,} × {QUESTIONS}, against a bare scan"
    return [
        at_most(Line(name, "ms", ours.ms, bound.ms), 1.5),
        at_most(Line(f"{name}, processor time", "ms", spent.ms, least.ms), 1.5),
    ]


def _described(path: Path, codes: Sequence[str]) -> None:
    import polars as pl

    from impact_study.rules.analysis import run_plan
    from impact_study.rules.columns import for_analysis
    from impact_study.rules.plan import Block, BlockKind, Plan
    from impact_study.rules.variables import Choice, Variable, VariableKind

    names = tuple(f"q{place}" for place in range(QUESTIONS))
    known: Mapping[str, Variable] = {
        name: Variable(name, VariableKind.CHOICE, tuple(Choice(code) for code in codes), top=(codes[-1],))
        for name in names
    }
    block = Block(code="items", kind=BlockKind.DESCRIBE_ITEM, variables=names, groups=("student",), waves=("pre",))
    found = run_plan(Plan(waves=("pre",), blocks=(block,)), for_analysis(pl.read_parquet(path), known), known)
    if len(found) != QUESTIONS:
        raise AssertionError("a question was not described")


def _scanned(path: Path) -> None:
    import polars as pl

    table = pl.scan_parquet(path).select(f"q{place}" for place in range(QUESTIONS))
    pl.collect_all([table.select(pl.col(f"q{place}").value_counts()) for place in range(QUESTIONS)])


def _board(ground: Ground) -> list[Line]:
    """The board of as many answers as there are participations; its statements, and how soon an answer is seen."""
    wave = wave_of(ground.house.project, EXPORTED)
    partners = list(ground.house.project.partners.all())
    rows = [
        ResponseTally(
            wave=wave, partner=partner, country=country, language=language, channel_kind="open_link", step="complete",
            number=ground.sizes.participations // (len(partners) * 20),
        )
        for partner in partners for country in ("ES", "RO", "IT", "FI", "NL") for language in ("en", "es", "ro", "it")
    ]  # fmt: skip
    ResponseTally.objects.bulk_create(rows)
    study = wave.study
    spent = sorted(_sql_ms(study) for _round in range(max(3, ground.sizes.rounds)))[ground.sizes.rounds // 2]
    needed = statements(lambda: response_board(study))
    lines = [Line("response board from counters, its SQL and waiting for it", "ms", spent, statements=needed)]
    if ground.is_postgresql:
        spent = database_ms(lambda: response_board(study), ground.sizes.rounds)
        lines.append(at_most(Line("response board from counters, its SQL", "ms", spent, statements=needed), 5))
    return [
        *lines,
        at_most(Line("a new answer on the board after", "ms", _visible(wave)), 2_000),
    ]


def _sql_ms(study: Study) -> float:
    spent = 0.0

    def timed(execute: Any, *given: Any) -> Any:
        nonlocal spent
        started = perf_counter()
        try:
            return execute(*given)
        finally:
            spent += perf_counter() - started

    with connection.execute_wrapper(timed):
        response_board(study)
    return 1000 * spent


def _visible(wave: Wave) -> float:
    before, started = response_board(wave.study).total.answered, perf_counter()
    note_answer(counted_place(_response(wave, 0)))
    if response_board(wave.study).total.answered != before + 1:
        raise AssertionError("the answer is not on the board")
    taken = 1000 * (perf_counter() - started)
    fold_counts(wave)
    return taken


def _response(wave: Wave, place: int) -> Response:
    partner = wave.study.project.partners.order_by("number")[0]
    return Response(
        study=wave.study, wave=wave, version=wave.version, partner=partner, country="ES", language="en",
        channel_kind="open_link", day="2019-02-05", seconds=60, submission_hash=f"{time.time_ns()}-{place}"[:64],
    )  # fmt: skip


def _export(ground: Ground) -> list[Line]:
    wave, wanted = wave_of(ground.house.project, EXPORTED), ground.sizes.export_rows
    _filled(wave, wanted)
    study = wave.study

    def export() -> None:
        for _piece in csv_pieces(study, CsvOptions()):
            pass

    name = f"CSV of {wanted:,} responses × {EXPORTED}"
    first = _first_byte(study)
    _peak, grown = peak_mb(export)
    lines = [
        at_most(Line(f"{name}, first byte", "ms", first), 50),
        at_most(Line(f"{name}, more memory", "MB", grown), 20),
    ]
    if not ground.is_postgresql:
        return [Line(name, "ms", 1000 * once(export)), *lines]
    ours, bound = side_by_side(export, lambda: _copied(study), rounds=5)
    return [at_most(Line(f"{name}, against COPY", "ms", ours.ms, bound.ms), 2), *lines]


def _filled(wave: Wave, number: int) -> None:
    """One statement's worth of rows at a time, each with other answers."""
    row, shared = _response(wave, 0), dict[str, Any]()
    for name in ("study", "wave", "version", "partner", "country", "language", "channel_kind", "day", "seconds"):
        shared[name] = getattr(row, name)
    answers = [{f"q{place}": f"c{(place + turn) % 5}" for place in range(EXPORTED)} for turn in range(5)]
    for start in range(0, number, 5_000):
        Response.objects.bulk_create(
            Response(**shared, answers=answers[place % 5], submission_hash=f"{wave.pk}-{place}")
            for place in range(start, min(start + 5_000, number))
        )


def _first_byte(study: Study) -> float:
    started = perf_counter()
    pieces = csv_pieces(study, CsvOptions())
    next(pieces)
    taken = 1000 * (perf_counter() - started)
    pieces.close()  # type: ignore[attr-defined]
    return taken


def _copied(study: Study) -> None:
    """COPY of the same facts and answers, thrown away as it comes."""
    answers = ", ".join(f"r.answers ->> 'q{place}'" for place in range(EXPORTED))
    asked = f"""
        COPY (
            SELECT v.number, w.kind, w."group", o.name, r.country, r.language, r.channel_kind, r.participant_id,
                {answers}, r.seconds
            FROM impact_study_response r
            JOIN impact_study_wave w ON w.id = r.wave_id
            JOIN impact_study_instrumentversion v ON v.id = r.version_id
            JOIN network_partner p ON p.id = r.partner_id
            JOIN network_organisation o ON o.id = p.organisation_id
            WHERE r.study_id = {int(study.pk)} AND r.state = 'complete' ORDER BY r.id
        ) TO STDOUT WITH (FORMAT csv)
    """
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        cursor.copy_expert(asked, Sink())
