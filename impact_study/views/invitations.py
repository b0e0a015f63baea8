"""Inviting people to a survey by mail."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.problems import ProblemsFound, stop_on
from core.requests import SignedInRequest
from impact_study.forms.channels import InvitationForm
from impact_study.models import Channel
from impact_study.rules.inviting import read_addresses
from impact_study.services.invitations import invite_respondents
from impact_study.views.trails import trail
from network.guards import in_project


@in_project("impact_study.invite_respondents", Channel)
def invitation_add(request: SignedInRequest, channel: Channel) -> HttpResponse:
    """People of the partner, or pasted addresses; mails leave by day."""
    usual = channel.language or translation.get_language()
    form = InvitationForm(request.POST or None, channel=channel, user=request.user, initial={"language": usual})
    if request.method == "POST" and form.is_valid():
        try:
            number = _invite(request, channel, form)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            words = ngettext("%(n)d person is invited.", "%(n)d people are invited.", number) % {"n": number}
            messages.success(request, f"{words} {_('Mails leave between 8 and 21 where they live.')}")
            return redirect("impact_study:channel_detail", request.project.code, channel.pk)
    wave = channel.wave
    steps = trail(request.project, wave.study, (str(wave), wave.get_absolute_url()), (_("Invite"), ""))
    context = {"form": form, "channel": channel, "wave": wave, "trail": steps}
    return render(request, "impact_study/invitation_add.html", context, status=422 if form.errors else 200)


def _invite(request: SignedInRequest, channel: Channel, form: InvitationForm) -> int:
    chosen = form.cleaned_data
    addresses, problems = read_addresses(
        chosen["addresses"], languages=channel.wave.version.languages, language=chosen["language"],
        country=channel.partner.organisation.country,
    )  # fmt: skip
    stop_on(problems)
    return invite_respondents(channel=channel, by=request.user, people=chosen["people"], addresses=addresses)
