"""The library of questionnaires: searched, and new ones begun in each of the ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from core.models import Job
from core.pages import page
from core.paging import LongPaginator
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from impact_study.forms.instruments import BlankForm, FileForm, InstrumentForm, LibraryChoice, LibraryFilter
from impact_study.models import Instrument, InstrumentVersion
from impact_study.rules.editing import empty_document, plain_code
from impact_study.services.instrument_files import XLSFORM, begin_from_form, looks_like_json
from impact_study.services.instruments import copy_instrument, create_instrument, read_document
from impact_study.services.library import begin_from_library, library_items, library_rows
from impact_study.services.versions import newest_of
from impact_study.views.trails import trail
from network.enums import RespondentGroup
from network.guards import in_project
from network.models import Project


@in_project("impact_study.view_studies")
def instrument_list(request: SignedInRequest, project: Project) -> HttpResponse:
    form = LibraryFilter(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = library_rows(project, request.user, asked)
    context = {
        "form": form,
        "page": LongPaginator(rows, 50).get_page(request.GET.get("page")),
        "is_asked": any(asked.values()),
        "may_add": request.user.has_perm("impact_study.add_instrument", project),
        "trail": trail(project, (_("Questionnaires"), "")),
    }
    return page(request, "impact_study/instrument_list.html", context, partial="results")


@in_project("impact_study.view_instrument", Instrument)
def instrument_detail(request: SignedInRequest, instrument: Instrument) -> HttpResponse:
    """All versions of a questionnaire, and where they are used."""
    versions = instrument.versions.select_related("instrument__project", "published_by").prefetch_related(
        "waves__study"
    )
    context = {
        "instrument": instrument,
        "versions": versions.order_by("-number"),
        "may_add": request.user.has_perm("impact_study.add_instrument", request.project),
        "trail": trail(request.project, instrument),
    }
    return render(request, "impact_study/instrument_detail.html", context)


@in_project("impact_study.add_instrument")
def instrument_add(request: SignedInRequest, project: Project) -> HttpResponse:
    """An empty questionnaire; the page also leads to the other ways."""
    form = BlankForm(request.POST or None, project=project, initial={"languages": project.languages})

    def begin() -> InstrumentVersion:
        facts, languages = form.facts(), form.all_languages()
        document = empty_document(code=plain_code(facts["code"]), base_language=languages[0], languages=languages)
        texts = {languages[0]: {"title": facts["title"].get(languages[0], facts["title"]["en"])}}
        return create_instrument(project=project, document=document, texts=texts, by=request.user, **facts)

    return _begun(request, form, begin, template="impact_study/instrument_add.html")


@in_project("impact_study.add_instrument")
def instrument_from_library(request: SignedInRequest, project: Project) -> HttpResponse:
    """First group and wave, then the items with their codes, all ticked."""
    choice = LibraryChoice(request.GET)
    choice.is_valid()
    group = choice.cleaned_data.get("group") or RespondentGroup.STUDENT
    wave = choice.cleaned_data.get("wave") or "pre"
    modules = library_items(group, wave)
    form = InstrumentForm(request.POST or None, project=project, group=group)
    chosen = request.POST.getlist("items") if request.method == "POST" else [
        item.code for _module, items in modules for item in items
    ]  # fmt: skip

    def begin() -> InstrumentVersion:
        return begin_from_library(project=project, facts=form.facts(), wave=wave, chosen=chosen, by=request.user)

    opened = LibraryChoice(initial={"group": group, "wave": wave})
    context = {"choice": opened, "modules": modules, "chosen": set(chosen)}
    return _begun(request, form, begin, template="impact_study/instrument_from_library.html", **context)


@in_project("impact_study.add_instrument")
def instrument_from_file(request: SignedInRequest, project: Project) -> HttpResponse:
    """Our own JSON at once; an XLSForm is read by a worker, and its report opens from the job's page."""
    form = FileForm(request.POST or None, request.FILES or None, project=project)

    def begin() -> InstrumentVersion | Job:
        typed, content = form.cleaned_data, form.cleaned_data["file"].read()
        if not looks_like_json(content):
            named = {"base": typed["base_language"], "languages": typed["languages"], "name": typed["file"].name}
            return begin_from_form(project=project, content=content, facts=form.facts(), by=request.user, **named)
        document, texts, states = read_document(content)
        return create_instrument(
            project=project, document=document, texts=texts, states=states, by=request.user, **form.facts()
        )

    return _begun(request, form, begin, template="impact_study/instrument_from_file.html")


FATES = {"kept": ("ok", _lazy("kept")), "changed": ("warn", _lazy("changed")), "not_kept": ("bad", _lazy("not kept"))}


@in_project("impact_study.add_instrument")
def instrument_report(request: SignedInRequest, project: Project, job: UUID) -> HttpResponse:
    """What a form's import kept, changed and did not keep, part by part."""
    row = Job.objects.visible_to(request.user).filter(pk=job, kind=XLSFORM, project_id=project.pk).first()
    if row is None or "report" not in row.result:
        raise Http404
    lines = [{**line, "tone": FATES[line["fate"]][0], "word": FATES[line["fate"]][1]} for line in row.result["report"]]
    counts = [
        ({"tone": tone, "word": word}, sum(line["fate"] == fate for line in lines))
        for fate, (tone, word) in FATES.items()
    ]
    version = InstrumentVersion.objects.filter(pk=row.result.get("version")).select_related("instrument__project")
    context = {
        "lines": sorted(lines, key=lambda line: list(FATES).index(line["fate"]), reverse=True),
        "counts": counts,
        "version": version.first(),
        "trail": trail(project, (_("What became of the form"), "")),
    }
    return render(request, "impact_study/instrument_report.html", context)


@in_project("impact_study.add_instrument", Instrument)
def instrument_copy(request: SignedInRequest, instrument: Instrument) -> HttpResponse:
    known = {"title": instrument.title, "group": instrument.group, "code": f"{instrument.code[:26]}-copy"}
    form = InstrumentForm(request.POST or None, project=request.project, initial=known)
    version = newest_of(instrument)
    return _begun(
        request, form, lambda: copy_instrument(version=version, by=request.user, **form.facts()),
        template="impact_study/instrument_copy.html", instrument=instrument,
    )  # fmt: skip


def _begun(
    request: SignedInRequest, form: Any, begin: Callable[[], InstrumentVersion | Job], *, template: str, **context: Any
) -> HttpResponse:
    """The common end of all ways: begin and open the new draft, or show what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            begun = begin()
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            if isinstance(begun, InstrumentVersion):
                messages.success(request, _("The questionnaire is begun as a draft."))
            return redirect(begun)
    context |= {"form": form, "trail": trail(request.project, (_("New questionnaire"), ""))}
    return render(request, template, context, status=422 if form.errors else 200)
