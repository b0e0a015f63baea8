"""Questionnaires from files of other programs: read by a worker, with a report of every part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from accounts.models import User
from core.jobs import start
from core.models import Job
from core.problems import Problem, ProblemsFound, stop_on
from core.uploads import clean_name
from impact_study.models import Instrument
from impact_study.services.instruments import size_problems
from network.models import Project

XLSFORM = "impact_study.read_xlsform"


def looks_like_json(content: bytes) -> bool:
    """Whether a file is meant as our own document; its name may say anything."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def begin_from_form(
    *, project: Project, content: bytes, name: str, base: str, languages: Mapping[str, str],
    facts: Mapping[str, Any], by: User,
) -> Job:  # fmt: skip
    """Have an XLSForm read in the background. Raises ProblemsFound."""
    stop_on(size_problems(content))
    if Instrument.objects.filter(project=project, code=facts["code"]).exists():
        message = _("Another questionnaire of the project has this code.")
        raise ProblemsFound([Problem("code_taken", message, field="code")])
    kept = default_storage.save(f"survey-forms/{uuid4().hex}", ContentFile(content))
    told: dict[str, Any] = {"file": kept, "name": clean_name(name), "base": base, "languages": dict(languages)}
    return start(XLSFORM, by=by, project=project, in_project=project.pk, **told, **facts)
