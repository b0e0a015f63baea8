"""Evidence comes in once per bytes, is attached to what it proves, and is superseded, never changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from core.uploads import clean_name, content_type_of, extension_of, sha256_of, upload_problems
from network.enums import EvidenceKind
from network.models import Evidence, Participation, Partner, Project, Proof
from network.models.evidence import TWO_DAYS
from network.services.counting import recount, touched_by


@transaction.atomic
def keep_evidence(
    *, project: Project, partner: Partner | None, upload: Any, kind: EvidenceKind | str, by: User | None,
    title: str = "", covers: str = "", proves_on: date | None = None, url: str = "",
) -> Evidence:  # fmt: skip
    """Store a file with its hash. The same bytes again give the row that is there already."""
    stop_on(upload_problems(upload))
    digest = sha256_of(upload)
    name = clean_name(upload.name or "file")
    if known := Evidence.objects.filter(project=project, sha256=digest).first():
        _flag_second_day(known, proves_on, by=by)
        return known
    evidence = Evidence(
        project=project, partner=partner, kind=kind, title=title, covers=covers, proves_on=proves_on, url=url,
        given_name=name, size=upload.size, content_type=content_type_of(name), sha256=digest, uploaded_by=by,
    )  # fmt: skip
    evidence.file.save(f"{digest[:32]}.{extension_of(name)}", File(upload), save=False)
    evidence.save()
    audit.record("network.evidence.kept", target=evidence, by=by, sha256=digest)
    return evidence


def _flag_second_day(evidence: Evidence, proves_on: date | None, *, by: User | None) -> None:
    """The same signed page for two different days proves neither until somebody looked at it."""
    if not proves_on or not evidence.proves_on or proves_on == evidence.proves_on or evidence.flagged:
        return
    evidence.flagged = f"{TWO_DAYS}{evidence.proves_on},{proves_on}"
    evidence.save(update_fields=["flagged", "changed_at"])
    audit.record("network.evidence.flagged", target=evidence, by=by)
    recount_behind(evidence, by=by, reason=_("Evidence was flagged."))


def recount_behind(evidence: Evidence, *, by: User | None, reason: str) -> None:
    recount(touched_by(evidence.participations.all()), by=by, reason=reason)


@transaction.atomic
def clear_flag(*, evidence: Evidence, by: User, reason: str) -> None:
    """Somebody looked at flagged evidence and says why it holds after all."""
    if not reason.strip():
        raise ProblemsFound([Problem("reason", _("Say why the evidence holds."), field="reason")])
    evidence.flagged = ""
    evidence.save(update_fields=["flagged", "changed_at"])
    audit.record("network.evidence.cleared", target=evidence, by=by, reason=reason)
    recount_behind(evidence, by=by, reason=reason)


@transaction.atomic
def attach_evidence(*, evidence: Iterable[Evidence], records: Collection[Participation], by: User | None) -> int:
    """Let each file prove each record; what is attached already stays. Returns the number of new links."""
    before = Proof.objects.filter(participation__in=records).count()
    Proof.objects.bulk_create(
        [Proof(evidence=item, participation=record) for item in evidence for record in records],
        ignore_conflicts=True,
        batch_size=1000,
    )
    verified = [record for record in records if record.is_verified]
    recount(touched_by(verified), by=by, reason=_("Evidence was attached."))
    return Proof.objects.filter(participation__in=records).count() - before


@transaction.atomic
def supersede_evidence(*, old: Evidence, new: Evidence, by: User) -> None:
    """Put a better file in the place of another: the old one stays to be seen, the new one proves."""
    problems = []
    if old.pk == new.pk:
        problems.append(Problem("same_file", _("This is the same file. Upload the better one."), field="file"))
    if old.project_id != new.project_id:
        problems.append(Problem("other_project", _("The file belongs to another project."), field="file"))
    stop_on(problems)
    old.superseded_by = new
    old.save(update_fields=["superseded_by", "changed_at"])
    links = [
        Proof(evidence=new, participation_id=proof.participation_id, lines=proof.lines) for proof in old.proofs.all()
    ]
    Proof.objects.bulk_create(links, ignore_conflicts=True)
    audit.record("network.evidence.superseded", target=old, by=by, by_evidence=new.pk)
    recount_behind(new, by=by, reason=_("Evidence was superseded."))
