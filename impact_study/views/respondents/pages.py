"""What the respondents' views share: the entrance or a page that says why not, and the page of a step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from html import escape
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from core.guards import mark
from core.problems import Problem
from core.short_way import short_way
from impact_study.models import Channel
from impact_study.rules.compiled import CompiledPage, CompiledSurvey, Hole
from impact_study.rules.compiled.file_field import file_holes
from impact_study.rules.compiled.showing import (
    Given,
    condition_holes,
    field_holes,
    given_before,
    problem_holes,
    progress_holes,
)
from impact_study.services import courses
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance, entrance_of
from impact_study.views.respondents import looks
from network.funding import funding_of

# A shared device forgets what somebody left open.
KIOSK_SECONDS = 15 * 60
GONE = {"closed", "revoked", "limit_reached", "link_used", "not_open_yet", "no_link", "cleared"}
BEGIN_AGAIN = {"broken_page", "old_version", "code_used", "cleared"}

View = Callable[..., HttpResponse]


def respondents(view: View) -> View:
    """For everybody who has the address of an open way in; nothing is kept by browsers of shared devices.

    Pages carry no token against forged requests: what is sent is sealed by us, and whoever would forge an anonymous
    answer could as well give one.
    """

    @wraps(view)
    def answering(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponse:
        entrance = entrance_of(slug)
        if entrance is None:
            raise Http404
        language = translation.get_language() or ""
        if language not in entrance.languages and request.method == "GET":
            return redirect(f"/{entrance.wave.version.base_language}{request.get_full_path()[3:]}")
        look = looks.chosen(request)
        if look and "_state" not in request.POST:
            response: HttpResponse = redirect(request.get_full_path())
        else:
            request.COOKIES |= dict([look] if look else [])  # the page that follows shows it already
            response = view(request, entrance, **kwargs)
        if look:
            seconds = KIOSK_SECONDS if entrance.is_kiosk else looks.KEPT_SECONDS
            response.set_cookie(*look, max_age=seconds, samesite="Lax", secure=request.is_secure())
        if entrance.is_kiosk:
            patch_cache_control(response, no_store=True)
        elif "Cache-Control" not in response:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    return cast("View", mark(short_way(csrf_exempt(answering)), "public", Channel, "slug"))


def survey_of(entrance: Entrance, version: int | None = None) -> CompiledSurvey:
    return entrance.survey(translation.get_language() or entrance.wave.version.base_language, version)


def refusal(request: HttpRequest, entrance: Entrance, problem: Problem) -> HttpResponse:
    """Why one cannot begin or go on, and what to do."""
    context = {"entrance": entrance, "problem": problem, "begin_again": BEGIN_AGAIN, **words_of(request, entrance)}
    return render(request, "impact_study/respond/closed.html", context, status=410 if problem.code in GONE else 400)


def words_of(request: HttpRequest, entrance: Entrance) -> dict[str, Any]:
    """What every page around the questions shows."""
    language = translation.get_language() or ""
    survey = survey_of(entrance)
    here, look = request.get_full_path()[3:], looks.look_of(request)
    return {
        "look": mark_safe(look.marks),
        # What a form brought about cannot be asked for again.
        "looks": mark_safe(looks.look_menu(look, form="look")) if request.method == "GET" else "",
        "survey": survey,
        "language": language,
        "path": f"/s/{entrance.channel.slug}/",
        "alternates": [(code, f"/{code}{here}") for code in survey.languages],
        "funding": funding_of(entrance.study.project, language),
    }


def step_page(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, *,
    given: Given | None = None, problems: Iterable[Problem] = (), note: str = "",
) -> HttpResponse:  # fmt: skip
    """The page at which the course stands, filled with what is known."""
    now = timezone.now()
    compiled, today = survey.pages[course.page], entrance.day(now)
    before = given_before(survey, compiled, course.answers, course.missing)
    found = list(problems)
    holes: dict[Hole, str] = {
        **field_holes({**before, **(given or {})}),
        **problem_holes(found, survey.labels),
        **(file_holes(compiled.page, course.answers) if compiled.takes_files else {}),
        **condition_holes(survey, compiled, course.answers, today),
        **progress_holes(survey, compiled, course.answers, today, seconds=expected_seconds(entrance, survey)),
        **_frame_holes(request, entrance, course, compiled),
        ("note",): note,
        ("state",): courses.sealed(course, at=now),
    }
    is_wrong = any(not problem.warning for problem in found)
    return HttpResponse(compiled.sheet.filled(holes), status=422 if is_wrong else 200)


def expected_seconds(entrance: Entrance, survey: CompiledSurvey) -> int:
    """The real median where enough people have answered."""
    return entrance.wave.median_seconds or survey.seconds


def _frame_holes(
    request: HttpRequest, entrance: Entrance, course: Course, compiled: CompiledPage
) -> Mapping[Hole, str]:
    path = f"/s/{entrance.channel.slug}/"
    look = looks.look_of(request)
    holes: dict[Hole, str] = {
        ("path",): f"{path}answer/{'files/' if compiled.takes_files else ''}",
        ("look",): look.marks,
        ("looks",): looks.look_menu(look, form="survey"),
    }
    if entrance.is_kiosk:
        start = f"/{translation.get_language()}{path}"
        holes["clearing",] = f'<noscript><meta http-equiv="refresh" content="{KIOSK_SECONDS};url={start}"></noscript>'
        holes["keeping",] = (
            f' data-kiosk="{KIOSK_SECONDS}" data-start="{start}" data-warning="{escape(_still_there())}"'
            f' data-stay="{escape(_("I am still here"))}"'
        )
        note = _("This is a shared device: what you answer here is cleared after 15 minutes without a word from you.")
        holes["later",] = f'<p class="small">{escape(note)}</p>'
    else:
        holes["keeping",] = f' data-keep="{course.channel}"'
        holes["later",] = (
            f'<p><button class="button quiet" name="_go" value="save" formnovalidate>'
            f"{escape(_('Stop here and go on later'))}</button></p>"
        )
    return holes


def _still_there() -> str:
    return _("Are you still there? Your answers will be cleared in two minutes.")
