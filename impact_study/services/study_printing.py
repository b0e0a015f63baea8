"""The file of an edition and its data package: made once, kept with what they hash to."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.printing.pango import printing_problems
from core.problems import stop_on
from impact_study.models import Publication
from impact_study.rules.study_document import Material, method_paragraphs, study_document
from impact_study.services.study_material import material_of
from network.funding import funding_of

type Said = Callable[[int, int, str], None]


def print_study(*, publication: Publication, by: User | None, said: Said) -> Publication:
    """Print what was published. A published edition that has its file keeps it; a draft is printed anew each time."""
    if publication.is_public and publication.document:
        return publication
    stop_on(printing_problems())
    said(0, 3, _("Collecting texts and figures"))
    with translation.override(publication.language):
        material = material_of(publication)
        said(1, 3, _("Drawing and printing"))
        data, _pages = printed(publication, material)
        said(2, 3, _("Packing the data"))
        package = data_package(material, publication)
    return kept(publication, data, package, by)


def printed(publication: Publication, material: Material) -> tuple[bytes, int]:
    """The printer is heavy and loaded only here."""
    from core.printing.pdf import print_template

    context = {
        "document": study_document(material), "publication": publication, "is_draft": not publication.is_public,
        "funding": funding_of(publication.study.project, publication.language),
    }  # fmt: skip
    identifier = f"{material.code}-{material.run}-{material.language}-{material.sha256[:16]}"
    return print_template(
        "impact_study/print/study.html", context, language=publication.language, identifier=identifier
    )


def data_package(material: Material, publication: Publication) -> bytes:
    """Results, codebook, plan, method, licence and checksums. Answers are not in it: they are given for a purpose."""
    run = publication.run
    notes = (material.title, material.trace, f"{material.licence} {material.licence_url}", material.address)
    files = {
        "results.json": as_json({"trace": material.trace, "results": run.results}),
        "codebook.json": as_json(run.data.codebook),
        "plan.json": as_json({"number": run.plan.number, "seed": run.seed, "software": run.software,
                              "plan": run.plan.content}),
        "method.txt": "\n\n".join(method_paragraphs(material)) + "\n",
        "LICENCE.txt": f"{material.licence}\n{material.licence_url}\n",
        "README.txt": "\n".join(notes) + "\n",
    }  # fmt: skip
    sums = "".join(f"{sha256(text.encode()).hexdigest()}  {name}\n" for name, text in files.items())
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in {**files, "SHA256SUMS": sums}.items():
            entry = ZipInfo(f"{material.code}-{material.run}/{name}")
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text)
    return out.getvalue()


def as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


@transaction.atomic
def kept(publication: Publication, document: bytes, package: bytes, by: User | None) -> Publication:
    row = Publication.objects.select_for_update().get(pk=publication.pk)
    if row.is_public and row.document:  # another worker was a moment earlier
        return row
    name = f"{row.study.project.code}-{row.study.code}-{row.run.number}-{row.language}"
    row.document_sha256 = sha256(document).hexdigest()
    row.document.save(f"{name}.pdf", ContentFile(document), save=False)
    row.package.save(f"{name}.zip", ContentFile(package), save=False)
    row.save(update_fields=["document", "document_sha256", "package", "changed_at"])
    audit.record("impact_study.study.printed", target=row, by=by, project=row.project_id, sha256=row.document_sha256)
    return row
