"""Published studies for everybody: the study at a glance, all findings of an edition, its drawings and files."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import charts
from core.caching import remembered
from core.guards import public
from core.protected_files import send_protected
from impact_study.enums import PublicationState
from impact_study.models import Publication
from impact_study.rules.chart_data import chart_from_data
from impact_study.services.public_studies import (
    groups_of,
    in_readers_language,
    main_lines,
    newer_than,
    newest_edition,
    public_editions,
)
from network.funding import funding_of

FILES = {"pdf": ("document", "application/pdf"), "zip": ("package", "application/zip")}


@public
@remembered(seconds=10)
def study_page(request: HttpRequest, code: str, study: str) -> HttpResponse:
    edition, editions = newest_edition(code, study)
    if edition is None:
        raise Http404
    if edition.is_withdrawn:
        return withdrawn_page(request, edition)
    page = edition.page
    context = {
        "edition": edition,
        "page": page,
        "main": main_lines(page),
        "charts": [(chart_from_data(each["spec"]), picture_of(edition, each["key"])) for each in page["charts"]],
        "editions": [other for other in editions if other.run_id != edition.run_id],
        "languages": [other for other in editions if other.run_id == edition.run_id],
        "funding": funding_of(edition.study.project),
        "licence": settings.CONTENT_LICENCE,
        "licence_url": settings.CONTENT_LICENCE_URL,
        "trail": trail(edition, last=edition.page["title"]),
    }
    return render(request, "impact_study/study_page.html", context)


@public
@remembered(seconds=10)
def study_edition(request: HttpRequest, code: str, study: str, run: int) -> HttpResponse:
    """All findings of one edition, each under the address by which it is cited."""
    edition = of_run(code, study, run)
    if edition.is_withdrawn:
        return withdrawn_page(request, edition)
    context = {
        "edition": edition,
        "page": edition.page,
        "groups": groups_of(edition.page),
        "is_replaced": edition.state == PublicationState.REPLACED,
        "funding": funding_of(edition.study.project),
        "trail": [
            *trail(edition),
            (edition.page["title"], reverse("impact_study:study_page", args=[code, study])),
            (_("Findings"), ""),
        ],
    }
    return render(request, "impact_study/study_edition.html", context)


@public
@remembered(seconds=60)
def study_drawing(request: HttpRequest, code: str, study: str, run: int, key: str) -> HttpResponse:
    edition = of_run(code, study, run)
    if edition.is_withdrawn:
        return redirect(to_edition(edition))
    found = {each["key"]: each["spec"] for each in edition.page["charts"]}
    if key not in found:
        raise Http404
    drawing = charts.svg(chart_from_data(found[key]), theme="print", width=charts.WIDE)
    return HttpResponse(drawing, content_type="image/svg+xml")


@public
def study_file(request: HttpRequest, code: str, study: str, run: int, kind: str) -> HttpResponse:
    edition = of_run(code, study, run)
    if edition.is_withdrawn:
        return redirect(to_edition(edition))
    field, content_type = FILES.get(kind, ("", ""))
    file = getattr(edition, field) if field else None
    if not file:
        raise Http404
    name = f"{code}-{study}-{run}-{edition.language}.{kind}"
    return send_protected(file.name, as_name=name, content_type=content_type)  # type: ignore[return-value]


def of_run(code: str, study: str, run: int) -> Publication:
    """Also one that was replaced: what was cited stays readable, and what was withdrawn says so."""
    if edition := in_readers_language(list(public_editions(code, study).filter(run__number=run))):
        return edition
    raise Http404


def withdrawn_page(request: HttpRequest, edition: Publication) -> HttpResponse:
    """Neither figures nor files: that there was an edition, when and why it was withdrawn, and what to cite instead."""
    context = {
        "edition": edition,
        "newer": newer_than(edition),
        "funding": funding_of(edition.study.project),
        "trail": trail(edition, last=edition.page["title"]),
    }
    return render(request, "impact_study/study_withdrawn.html", context)


def to_edition(edition: Publication) -> str:
    study = edition.study
    return reverse("impact_study:study_edition", args=[study.project.code, study.code, edition.run.number])


def picture_of(edition: Publication, key: str) -> list[tuple[str, str]]:
    study = edition.study
    place = [study.project.code, study.code, edition.run.number, key]
    return [(_("Picture (SVG)"), reverse("impact_study:study_drawing", args=place))]


def trail(edition: Publication, *, last: str = "") -> list[tuple[object, str]]:
    project = edition.study.project
    found: list[tuple[object, str]] = [(project, reverse("portal:project_page", args=[project.code]))]
    return [*found, (last, "")] if last else found
