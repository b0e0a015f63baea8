"""Raw answers leave the house only for a purpose that somebody signs; each time is written down."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from accounts.models import User
from core import audit
from core.problems import ProblemsFound
from impact_study.models import RawDownload, Study
from impact_study.rules.exporting import FACTS, columns_of, sheet_problems
from impact_study.services.codebooks import codebook_of
from impact_study.services.export_csv import responses_of


@transaction.atomic
def note_download(*, study: Study, purpose: str, form: str, by: User) -> RawDownload:
    """Write down who takes what, and for what, before anything is handed over. Raises ProblemsFound."""
    rows = responses_of(study).count()
    if form == "xlsx":
        columns = len(columns_of(codebook_of(study))) + len(FACTS) + 1
        if problems := sheet_problems(rows, columns):
            raise ProblemsFound(problems)
    download = RawDownload.objects.create(study=study, purpose=purpose, form=form, rows=rows, taken_by=by)
    audit.record(
        "impact_study.answers.taken", target=download, by=by, project=study.project_id, form=form, rows=rows,
        purpose=purpose,
    )  # fmt: skip
    return download


def file_of(download: RawDownload) -> str:
    """Where a file that a worker made is kept."""
    return f"study-exports/{download.pk}.{download.form}"


def make_file(*, download: RawDownload, language: str, labels: bool = False) -> list[str]:
    """The file of a download; made once however often it is asked for. Answers what was shortened."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"answers.{download.form}"
        report = _written(download, path, language, labels)
        default_storage.delete(file_of(download))
        with path.open("rb") as file:
            default_storage.save(file_of(download), File(file))
    return report


def _written(download: RawDownload, path: Path, language: str, labels: bool) -> list[str]:
    """The writers are heavy: each is loaded when its form is asked for."""
    if download.form == "sav":
        from impact_study.services.export_sav import write_sav

        return write_sav(download.study, path, language)
    if download.form == "xlsx":
        from impact_study.services.export_xlsx import write_answers

        write_answers(download.study, path, language, labels=labels)
    else:
        from impact_study.services.data_packages import write_package

        write_package(download=download, path=path, language=language)
    return []
