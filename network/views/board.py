"""The quota board as a page and as files, and each of its figures opened."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core import audit
from core.pages import page
from core.requests import SignedInRequest
from network.filters import BoardChoice
from network.guards import in_project
from network.models import Category, Partner, Project
from network.rules.board import Board, board_figures
from network.services.board import quota_board
from network.services.board_export import board_workbook
from network.services.openings import FIGURES, opened


def _chosen(request: SignedInRequest, project: Project) -> tuple[Board, BoardChoice]:
    choice = BoardChoice(request.GET, project=project)
    if not choice.is_valid():
        raise Http404
    return quota_board(project, period=choice.cleaned_data["period"], partner=choice.cleaned_data["partner"]), choice


@in_project("network.view_board")
def board(request: SignedInRequest, project: Project) -> HttpResponse:
    shown, choice = _chosen(request, project)
    context: dict[str, Any] = {
        "board": shown,
        "choice": choice,
        "query": request.GET.urlencode(),
        "trail": [(str(project), project.get_absolute_url()), (_("Quota board"), "")],
    }
    return page(request, "network/board.html", context, partial="results")


@in_project("network.view_board")
def board_json(request: SignedInRequest, project: Project) -> JsonResponse:
    return JsonResponse(board_figures(_chosen(request, project)[0]))


@in_project("network.view_board")
def board_xlsx(request: SignedInRequest, project: Project) -> HttpResponse:
    shown, _choice = _chosen(request, project)
    response = HttpResponse(
        board_workbook(shown), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    response["Content-Disposition"] = f'attachment; filename="{project.code}-quotas.xlsx"'
    return response


@in_project("network.view_board")
def board_cell(request: SignedInRequest, project: Project, category: str, partner: int | None = None) -> HttpResponse:
    """What stands behind one figure: the people or organisations, their records and the files that prove them."""
    shown = request.GET.get("show", "reached")
    if shown not in FIGURES:
        raise Http404
    of_category = get_object_or_404(Category.objects.in_project(project), code=category)
    of_partner = get_object_or_404(Partner.objects.in_project(project), pk=partner) if partner else None
    choice = BoardChoice(request.GET, project=project)
    period = choice.cleaned_data.get("period") if choice.is_valid() else None
    found = opened(shown, category=of_category, partner=of_partner, period=period, user=request.user)
    rows = Paginator(found.rows, 50).get_page(request.GET.get("page"))
    audit.record(
        "network.figure.opened", target=of_category, by=request.user, figure=shown,
        partner=of_partner.pk if of_partner else None, page=rows.number,
    )  # fmt: skip
    context = {
        "category": of_category,
        "partner": of_partner,
        "period": period,
        "shown": shown,
        "figures": FIGURES,
        "opening": found,
        "rows": found.complete(rows.object_list),
        "page": rows,
        "trail": [
            (str(project), project.get_absolute_url()),
            (_("Quota board"), reverse("network:board", args=[project.code])),
            (str(of_category), ""),
        ],
    }
    return page(request, "network/board_cell.html", context)
