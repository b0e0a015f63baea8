"""One file kept apart from the answers: until the response is stored it belongs to whoever carries its mark."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from core.problems import Problem, ProblemsFound
from core.uploads import Upload, clean_name, content_type_of, sha256_of
from impact_study.models import Response, SentFile
from impact_study.rules.answers import faults
from impact_study.rules.answers.files import Entry
from impact_study.services.courses import LONGEST, LONGEST_SHARED, Course
from impact_study.services.entrances import Entrance
from impact_study.services.sent_files.owning import owner_of
from impact_study.services.sent_files.removing import remove

FOLDER = "survey-files"
# A file is written before its row: one without a row for so long has lost it.
WITHOUT_ROW = timedelta(days=1)


def expiry(entrance: Entrance, at: datetime) -> datetime:
    """As long as the page that carries it could be sent."""
    return at + (LONGEST_SHARED if entrance.is_kiosk else LONGEST)


def keep_file(*, entrance: Entrance, course: Course, question: str, upload: Upload, at: datetime) -> Entry:
    """Store a file that was checked. The same bytes again, as of a page sent twice, are the file that is there."""
    same = {"owner_hash": owner_of(course), "question": question, "sha256": sha256_of(upload)}
    if (known := SentFile.objects.filter(**same).first()) is not None:
        return entry_of(known)
    key, name = uuid4(), clean_name(upload.name or "")
    stored = default_storage.save(f"{FOLDER}/{key.hex}", File(upload))  # type: ignore[arg-type]  # what it needs of a file is there
    row = SentFile(
        id=key, wave=entrance.wave, file=stored, name=name, content_type=content_type_of(name), size=upload.size,
        expires_at=expiry(entrance, at), **same,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        default_storage.delete(stored)
        return entry_of(SentFile.objects.get(**same))
    return entry_of(row)


def entry_of(row: SentFile) -> Entry:
    return {"id": str(row.pk), "name": row.name, "size": row.size, "sha256": row.sha256}


def bind(*, response: Response, owner: str, keys: Mapping[str, Collection[str]]) -> None:
    """Make the files of a response its own. Raises ProblemsFound at the questions whose files are gone."""
    gone = []
    for question, named in keys.items():
        files = SentFile.objects.filter(
            owner_hash=owner, question=question, response__isnull=True, pk__in=map(UUID, named)
        )
        if files.update(response=response, expires_at=None) < len(set(named)):
            gone.append(Problem("file_gone", faults.file_gone().message, field=question))
    if gone:
        raise ProblemsFound(gone)


def forget_sent_files() -> int:
    """Files of answers that were never sent, of studies that promised to keep no answer longer, and without a row."""
    now = timezone.now()
    removed = remove(SentFile.objects.filter(Q(expires_at__lte=now) | Q(wave__study__retain_until__lt=now.date())))
    if not default_storage.exists(FOLDER):
        return removed
    names = {f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]}
    lost = names - set(SentFile.objects.filter(file__in=names).values_list("file", flat=True))
    for name in lost:
        if default_storage.get_modified_time(name) < now - WITHOUT_ROW:
            default_storage.delete(name)
            removed += 1
    return removed
