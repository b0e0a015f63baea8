"""Take the answers of a study as one columnar file that never changes. Loads Polars: for workers."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b, file_digest
from itertools import batched
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from impact_study.models import Response, Study, StudySnapshot
from impact_study.services.codebooks import codebook_of
from impact_study.services.self_codes import Matched, matched_people

PIECE = 5_000
type Said = Callable[[int, int, str], None]


def silent(_done: int, _all: int, _step: str) -> None:
    """For callers that show no progress."""


def take_snapshot(*, study: Study, by: User | None, said: Said = silent) -> StudySnapshot:
    """Complete responses, streamed from the database in random order. Raises ProblemsFound when there are none."""
    book = codebook_of(study)
    if people := matched_people(study):
        book["matching"] = people.figures
    with TemporaryDirectory() as folder:
        path, rows = written(study, book, Path(folder), said, people)
        with path.open("rb") as file:
            return _kept(study, book, rows, file_digest(file, "sha256").hexdigest(), path, by)


def written(
    study: Study, book: dict[str, Any], folder: Path, said: Said, people: Matched | None = None
) -> tuple[Path, int]:
    """The file, put together from pieces, so that memory does not grow with the number of answers."""
    import polars as pl

    from impact_study.rules.columns import frame

    total = Response.objects.filter(study=study).complete().count()
    if not total:
        raise ProblemsFound([Problem("no_answers", _("There is no complete response yet."))])
    rows = 0
    for number, sheets in enumerate(batched(sheets_of(study, people), PIECE)):
        frame(book, sheets).write_parquet(folder / f"{number:06d}.piece", compression="lz4", statistics=False)
        rows += len(sheets)
        said(rows, max(total, rows), _("Collecting answers"))
    whole = folder / "answers.parquet"
    pl.scan_parquet(folder / "*.piece").sink_parquet(whole, compression="zstd", row_group_size=100_000)
    return whole, rows


def sheets_of(study: Study, people: Matched | None = None) -> Iterator[dict[str, Any]]:
    """Answers with what is known beside them, ordered by their random ids: nothing tells who came first."""
    link = _Links(people)
    rows = Response.objects.filter(study=study).complete().order_by("pk").values_list(
        "wave__kind", "wave__group", "partner__organisation__name", "country", "language", "participant_id",
        "partner_id", "day", "seconds", "answers", "missing",
    )  # fmt: skip
    for kind, group, partner, country, language, participant, place, day, seconds, answers, missing in rows.iterator(
        PIECE
    ):
        yield {
            "wave": kind, "group": group, "partner": partner, "country": country or None, "language": language,
            "organisation": None, "code": link(participant, group, place), "day": day, "seconds": seconds,
            "answers": answers, "missing": missing,
        }  # fmt: skip


class _Links:
    """Names for respondents that hold within one snapshot: nobody finds the pseudonym from them."""

    def __init__(self, people: Matched | None) -> None:
        self._salt, self._people = secrets.token_bytes(32), people

    def __call__(self, participant: UUID | None, group: str, partner: int) -> str | None:
        if participant is None:
            return None
        name = self._people.name((group, partner, participant)) if self._people else participant.bytes
        return blake2b(name, key=self._salt, digest_size=8).hexdigest()


@transaction.atomic
def _kept(study: Study, book: dict[str, Any], rows: int, sha256: str, path: Path, by: User | None) -> StudySnapshot:
    Study.objects.select_for_update().get(pk=study.pk)
    last = StudySnapshot.objects.filter(study=study).aggregate(last=Max("number"))["last"] or 0
    snapshot = StudySnapshot(study=study, number=last + 1, sha256=sha256, rows=rows, codebook=book, taken_by=by)
    with path.open("rb") as file:
        snapshot.file.save(f"{study.code}-{snapshot.number}-{sha256[:12]}.parquet", File(file), save=False)
    snapshot.save(force_insert=True)
    audit.record(
        "impact_study.snapshot.taken", target=snapshot, by=by, project=study.project_id, rows=rows, sha256=sha256
    )
    return snapshot


def mark_withdrawn(*, response: Response) -> None:
    """Snapshots that hold an answer taken back later are marked, never changed."""
    held = StudySnapshot.objects.filter(study=response.study_id, created_at__date__gte=response.day)
    held.update(withdrawn_since=F("withdrawn_since") + 1)


@contextmanager
def opened(snapshot: StudySnapshot) -> Iterator[Path]:
    """The file as a path for readers of columns, wherever it is stored. Raises ProblemsFound when it was changed."""
    with TemporaryDirectory() as folder:
        try:
            path = Path(snapshot.file.path)
        except NotImplementedError:  # storage elsewhere
            path = Path(folder) / "answers.parquet"
            with snapshot.file.open() as stored, path.open("wb") as copy:
                for chunk in stored.chunks():
                    copy.write(chunk)
        with path.open("rb") as file:
            if file_digest(file, "sha256").hexdigest() != snapshot.sha256:
                raise ProblemsFound(
                    [Problem("snapshot_changed", _("The snapshot's file is not the one that was taken."))]
                )
        yield path
