"""The rounds of a study: a new one, and changing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, is_conflict, renew
from impact_study.forms.studies import WaveForm
from impact_study.models import Study, Wave
from impact_study.services.waves import add_wave, change_wave
from impact_study.views.trails import trail
from network.guards import in_project


@in_project("impact_study.change_study", Study)
def wave_add(request: SignedInRequest, study: Study) -> HttpResponse:
    """A new round; the address may name group and kind, as the offer of a looking-back round does."""
    offered = {name: request.GET[name] for name in ("group", "kind", "version") if name in request.GET}
    form = WaveForm(request.POST or None, study=study, initial=offered)
    if request.method == "POST" and form.is_valid():
        try:
            add_wave(study=study, facts=form.facts(), targets=form.targets(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The wave is written down."))
            return redirect(study)
    return _form_page(request, form, study, title=_("New wave"))


@in_project("impact_study.change_wave", Wave)
def wave_edit(request: SignedInRequest, wave: Wave) -> HttpResponse:
    study = wave.study
    form = WaveForm(request.POST or None, study=study, wave=wave)
    differing = []
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["seen"]
            change_wave(wave=wave, seen=seen, facts=form.facts(), targets=form.targets(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
            if is_conflict(found):
                stored = Wave.objects.get(pk=wave.pk)
                differing = differences(form, WaveForm(study=study, wave=stored))
                renew(form, seen=stored.changed_at.isoformat())
        else:
            messages.success(request, _("Saved."))
            return redirect(study)
    return _form_page(request, form, study, title=str(wave), differing=differing)


def _form_page(request: SignedInRequest, form: WaveForm, study: Study, **context: Any) -> HttpResponse:
    context |= {"form": form, "study": study, "trail": trail(request.project, study, (context["title"], ""))}
    return render(request, "impact_study/wave_form.html", context, status=422 if form.errors else 200)
