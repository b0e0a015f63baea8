"""The quota board as a page and as files, and each of its figures opened."""

from __future__ import annotations

import json
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core import audit
from core.pages import page
from core.remembered import Remembered
from core.requests import SignedInRequest
from network.filters import BoardChoice
from network.guards import in_project
from network.models import Category, Partner, Project
from network.rules.board.figures import board_figures
from network.rules.board.tables import Board
from network.services.board import board_stamp, quota_board
from network.services.board_export import board_workbook
from network.services.board_inputs import read_inputs
from network.services.openings import FIGURES, opened

# Made from what the board's stamp holds, so never older than the figures; a handful of projects and choices.
_kept: Remembered[str] = Remembered(64)


class _Shown:
    """The board that the address asks for; each of its forms is made only when the figures or words have changed."""

    def __init__(self, request: SignedInRequest, project: Project) -> None:
        choice = BoardChoice(request.GET, project=project)
        if not choice.is_valid():
            raise Http404
        self.project, self.choice, self.chosen = project, choice, choice.cleaned_data
        self.inputs = read_inputs(project)
        self.stamp = board_stamp(project, self.inputs, **self.chosen)

    @property
    def board(self) -> Board:
        return quota_board(self.project, inputs=self.inputs, **self.chosen)

    @property
    def results(self) -> SafeString:
        key = self.stamp, "page"
        return mark_safe(_kept.get(key, lambda: render_to_string("network/_board_results.html", {"board": self.board})))

    @property
    def filters(self) -> SafeString:
        """Partners and periods to choose from stay when figures move."""
        action = reverse("network:board", args=[self.project.code])
        context = {"filters": self.choice, "action": action, "target": "#results"}
        key = action, self.inputs.named("partner", "period"), tuple(self.chosen.values())
        return mark_safe(_kept.get(key, lambda: render_to_string("components/filter_bar.html", context)))

    @property
    def json(self) -> str:
        return _kept.get((self.stamp, "json"), lambda: json.dumps(board_figures(self.board)))


@in_project("network.view_board")
def board(request: SignedInRequest, project: Project) -> HttpResponse:
    shown = _Shown(request, project)
    context: dict[str, Any] = {
        "results": shown.results,
        "filters": lambda: shown.filters,
        "query": request.GET.urlencode(),
        "trail": [(str(project), project.get_absolute_url()), (_("Quota board"), "")],
    }
    return page(request, "network/board.html", context, partial="results")


@in_project("network.view_board")
def board_json(request: SignedInRequest, project: Project) -> HttpResponse:
    return HttpResponse(_Shown(request, project).json, content_type="application/json")


@in_project("network.view_board")
def board_xlsx(request: SignedInRequest, project: Project) -> HttpResponse:
    response = HttpResponse(
        board_workbook(_Shown(request, project).board),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
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
