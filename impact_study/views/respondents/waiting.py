"""How many responses come from one address at a time."""

from __future__ import annotations

from html import escape

from django.http import HttpRequest, HttpResponse

from core.limits import Limit, asked_to_wait, too_many
from impact_study.rules.compiled import CompiledSurvey
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.views.respondents.pages import step_page

# Steps between write nothing and are not counted: a class of thirty takes hundreds of them in some minutes.
RESPONSES = Limit("responses", 600)


def asked_later(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, wait: int
) -> HttpResponse:
    """The same page with all that was answered, to be sent once more a little later."""
    note = f'<p class="notice warn" role="alert">{escape(str(too_many(wait).message))}</p>'
    return asked_to_wait(step_page(request, entrance, survey, course, note=note), wait)
