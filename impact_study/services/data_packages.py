"""A study's data as one archive that another can work with: what was asked, answered, done and found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import translation

from impact_study.models import AnalysisRun, InstrumentVersion, RawDownload, Study
from impact_study.services.codebook_ddi import ddi_codebook
from impact_study.services.codebook_pages import newest_run, print_codebook
from impact_study.services.export_csv import CsvOptions, csv_pieces
from impact_study.services.methods import method_lines
from impact_study.services.versions import as_document

ANSWERS, MANIFEST = "data/answers.csv", "manifest-sha256.txt"


def write_package(*, download: RawDownload, path: Path, language: str) -> None:
    """Raw answers are in it: it is made for a download that was signed for. Its checksums come last."""
    study, sums = download.study, dict[str, str]()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, pieces in _files(study, download, language):
            digest = sha256()
            with archive.open(name, "w", force_zip64=True) as file:
                for piece in pieces:
                    digest.update(piece)
                    file.write(piece)
            sums[name] = digest.hexdigest()
        archive.writestr(MANIFEST, "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())))


def _files(study: Study, download: RawDownload, language: str) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield ANSWERS, csv_pieces(study, CsvOptions())
    yield f"codebook-{language}.pdf", [print_codebook(study, language)]
    yield f"codebook-{language}.ddi.xml", [ddi_codebook(study, data=ANSWERS, language=language)]
    for version in InstrumentVersion.objects.filter(waves__study=study).select_related("instrument").distinct():
        yield f"definitions/{version.instrument.code}-{version.number}.json", [_json(as_document(version))]
    with translation.override(language):
        lines = [*method_lines(study), ("RawDownload", f"{download.pk}: {download.purpose}")]
    yield "method.txt", ["".join(f"{what}: {how}\n" for what, how in lines).encode()]
    yield "LICENCE.txt", [f"{settings.CONTENT_LICENCE}\n{settings.CONTENT_LICENCE_URL}\n".encode()]
    if run := newest_run(study):
        yield "results.json", [_json(results_of(run))]


def results_of(run: AnalysisRun) -> dict[str, Any]:
    """The figures as they are stored, protected, with what they rest on."""
    snapshot = run.snapshot
    return {
        "run": run.number, "plan": run.plan.number, "plan_content": run.plan.content, "seed": run.seed,
        "software": run.software, "snapshot_sha256": snapshot.sha256 if snapshot else "",
        "finished_at": run.finished_at and run.finished_at.astimezone(UTC), "written_at": datetime.now(UTC),
        "results": run.results,
    }  # fmt: skip


def _json(data: object) -> bytes:
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1, sort_keys=True).encode()
