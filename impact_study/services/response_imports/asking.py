"""Asking for an import of responses: a dry run first, then all of it or nothing."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import jobs
from core.models import Job
from core.problems import Problem, ProblemsFound
from core.sheets import DEFAULT_LIMITS
from core.uploads import clean_name
from impact_study.enums import StudyState
from impact_study.models import Wave
from network.models import Partner

CHECK, APPLY = "impact_study.check_responses", "impact_study.import_responses"
FOLDER = "response-imports"
KEPT_FOR = timedelta(days=1)


def import_problems(wave: Wave) -> list[Problem]:
    """Paper may be typed in after a wave ended, but not after its study is closed."""
    if wave.study.state != StudyState.RUNNING:
        message = _("Answers are taken in only while the study is running.")
        return [Problem("study_not_running", message)]
    return []


def begin_check(
    *, wave: Wave, partner: Partner, content: bytes, name: str, language: str, by: User, mark: str = "",
    order: str = "",
) -> Job:  # fmt: skip
    """Keep the file and have it read, without storing an answer. Raises ProblemsFound."""
    if problems := import_problems(wave):
        raise ProblemsFound(problems)
    if len(content) > DEFAULT_LIMITS.file_bytes:
        raise ProblemsFound([Problem("file_large", _("The file is larger than 20 MB."), field="file")])
    kept = default_storage.save(f"{FOLDER}/{uuid4().hex}", ContentFile(content))
    return jobs.start(
        CHECK, by=by, project=wave.project, wave=wave.pk, partner=partner.pk, file=kept, name=clean_name(name),
        language=language, mark=mark, order=order,
    )  # fmt: skip


def begin_apply(*, check: Job, leave_out: bool, by: User) -> Job:
    """Store what a dry run showed. Raises ProblemsFound unless everything is kept or may be left out."""
    if check.result.get("counts", {}).get("not_kept") and not leave_out:
        message = _("Some of the file would not be kept.")
        remedy = _("Correct the file, or agree to leave that out.")
        raise ProblemsFound([Problem("not_all_kept", message, field="leave_out", remedy=remedy)])
    wave = Wave.objects.select_related("study__project").get(pk=check.params["wave"])
    return jobs.start(
        APPLY, by=by, project=wave.project, key=str(check.pk), digest=check.result["digest"], **check.params
    )


def forget_files() -> int:
    """Delete files that were checked a day ago and not taken in."""
    if not default_storage.exists(FOLDER):
        return 0
    names = [f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]]
    late = [name for name in names if default_storage.get_modified_time(name) < timezone.now() - KEPT_FOR]
    for name in late:
        default_storage.delete(name)
    return len(late)
