"""How far the asking is: a page that refreshes itself, and the same figures for programs and sheets."""

from __future__ import annotations

from django.http import Http404, HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.pages import page
from core.requests import SignedInRequest
from core.sheets.export import csv_lines
from impact_study.models import Study, Wave
from impact_study.rules.response_board import Line, ResponseBoard
from impact_study.services.response_board import response_board as figures
from impact_study.views.trails import trail
from network.guards import in_project


def _asked(request: SignedInRequest, study: Study) -> Wave | None:
    """The wave that the address names, if any."""
    number = request.GET.get("wave", "")
    if not number:
        return None
    wave = Wave.objects.filter(study=study, pk=number).select_related("version") if number.isdecimal() else None
    if wave is None or not (found := wave.first()):
        raise Http404
    return found


@in_project("impact_study.view_study", Study)
def response_board(request: SignedInRequest, study: Study) -> HttpResponse:
    wave = _asked(request, study)
    context = {
        "study": study,
        "wave": wave,
        "board": figures(study, wave=wave),
        "now": timezone.now(),
        "query": f"?wave={wave.pk}" if wave else "",
        "trail": trail(request.project, study, (_("Answers so far"), "")),
    }
    return page(request, "impact_study/response_board.html", context, partial="figures")


@in_project("impact_study.view_study", Study)
def response_board_json(request: SignedInRequest, study: Study) -> HttpResponse:
    return JsonResponse(figures(study, wave=_asked(request, study)).as_data())


@in_project("impact_study.view_study", Study)
def response_board_csv(request: SignedInRequest, study: Study) -> StreamingHttpResponse:
    rows = _rows(figures(study, wave=_asked(request, study)))
    header = [_("By"), *Line("").as_data()]
    response = StreamingHttpResponse(csv_lines(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{study.code}-answers.csv"'
    return response


def _rows(board: ResponseBoard) -> list[list[object]]:
    parts = {
        "total": [board.total], "group": board.groups, "wave": board.waves, "partner": board.partners,
        "country": board.countries,
    }  # fmt: skip
    return [[by, *line.as_data().values()] for by, lines in parts.items() for line in lines]
