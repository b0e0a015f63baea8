"""What a page brings, with the files beside its fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.http import HttpRequest

from core.limits import Limit
from core.uploads import Upload
from impact_study.rules.compiled import CompiledSurvey
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.sent_files import SentPage, files_of_page

# A class of thirty that sends two photos each, and some of them once more.
FILES = Limit("survey_files", 200)

type Uploads = Mapping[str, Sequence[Upload]]


def page_sent(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, uploads: Uploads, *, at: datetime
) -> tuple[SentPage, int]:
    """The fields of a page, and the seconds to wait where too many files come at once: then none of them is kept."""
    raw = {name: request.POST.getlist(name) for name in request.POST}
    page = survey.pages[course.page]
    if not page.takes_files:
        return SentPage(raw), 0
    wait = FILES.spend(request) if uploads else 0
    taken = {} if wait else uploads
    return files_of_page(entrance=entrance, course=course, page=page, raw=raw, uploads=taken, at=at), wait
