"""A wave with its ways in; each with its address, its symbol, its poster, its cards and its key."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, jobs
from core.pages import tell
from core.problems import ProblemsFound
from core.protected_files import send_protected
from core.requests import SignedInRequest
from core.symbols import qr_svg
from impact_study.card_jobs import CARDS, POSTER
from impact_study.enums import ChannelKind
from impact_study.forms.channels import CardsForm, ChannelForm
from impact_study.models import Channel, CodeBatch, Wave
from impact_study.services.cards import card_problems, poster_name
from impact_study.services.channels import address_of, new_key, open_channel, revoke_channel
from impact_study.services.invitations import invitations_of
from impact_study.services.wave_pages import invitation_figures, partner_lines
from impact_study.views.trails import trail
from network.guards import in_project


@in_project("impact_study.view_wave", Wave)
def wave_detail(request: SignedInRequest, wave: Wave) -> HttpResponse:
    """How a wave stands by partner, and the ways into it."""
    channels = Channel.objects.filter(wave=wave).select_related("partner__organisation", "partner__project")
    context = {
        "wave": wave,
        "is_open": wave.is_open(at=timezone.now()),
        "lines": partner_lines(wave),
        "channels": channels.order_by("partner__number", "pk"),
        "batches": CodeBatch.objects.filter(wave=wave).select_related("partner__organisation", "issued_by"),
        "may_change": request.user.has_perm("impact_study.change_wave", wave),
        "may_add": request.user.has_perm("impact_study.add_channel", wave),
        "trail": trail(request.project, wave.study, (str(wave), "")),
    }
    return render(request, "impact_study/wave_detail.html", context)


@in_project("impact_study.add_channel", Wave)
def channel_add(request: SignedInRequest, wave: Wave) -> HttpResponse:
    form = ChannelForm(request.POST or None, wave=wave, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            channel = open_channel(wave=wave, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The way in is open."))
            return redirect("impact_study:channel_detail", request.project.code, channel.pk)
    steps = trail(request.project, wave.study, (str(wave), wave.get_absolute_url()), (_("New way in"), ""))
    context = {"form": form, "wave": wave, "trail": steps}
    return render(request, "impact_study/channel_add.html", context, status=422 if form.errors else 200)


@in_project("impact_study.view_channel", Channel)
def channel_detail(request: SignedInRequest, channel: Channel) -> HttpResponse:
    return _channel_page(request, channel)


def _channel_page(request: SignedInRequest, channel: Channel, *, status: int = 200, **more: Any) -> HttpResponse:
    wave, address = channel.wave, address_of(channel)
    may_invite = request.user.has_perm("impact_study.invite_respondents", channel)
    invitations = invitations_of(channel, request.user) if may_invite else []
    if invitations:
        audit.record("impact_study.respondents.listed", target=channel, by=request.user, shown=len(invitations))
    context = {
        "channel": channel,
        "wave": wave,
        "address": address,
        "symbol": qr_svg(address, _("Symbol that opens the survey"), css_class="survey-qr"),
        "takes_cards": channel.kind not in (ChannelKind.PROGRAM, ChannelKind.PERSONAL_LINK),
        "has_secret": bool(wave.study.secret),
        "is_personal": channel.kind == ChannelKind.PERSONAL_LINK,
        "is_program": channel.kind == ChannelKind.PROGRAM,
        "cards": CardsForm(channel=channel, initial={"language": translation.get_language()}),
        "figures": invitation_figures(channel) if may_invite else None,
        "invitations": invitations,
        "may_change": request.user.has_perm("impact_study.change_channel", channel),
        "may_invite": may_invite,
        "trail": trail(
            request.project, wave.study, (str(wave), wave.get_absolute_url()), (channel.get_kind_display(), "")
        ),
    }
    return render(request, "impact_study/channel_detail.html", {**context, **more}, status=status)


@require_POST
@in_project("impact_study.change_channel", Channel)
def channel_revoke(request: SignedInRequest, channel: Channel) -> HttpResponse:
    if revoke_channel(channel=channel, by=request.user):
        messages.success(request, _("The link is withdrawn. It is dead within seconds."))
    return redirect("impact_study:channel_detail", request.project.code, channel.pk)


@require_POST
@in_project("impact_study.change_channel", Channel)
def channel_key(request: SignedInRequest, channel: Channel) -> HttpResponse:
    try:
        key = new_key(channel=channel, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
        return redirect("impact_study:channel_detail", request.project.code, channel.pk)
    return _channel_page(request, channel, key=key)


@in_project("impact_study.view_channel", Channel)
def channel_symbol(request: SignedInRequest, channel: Channel) -> HttpResponse:
    """The symbol as a drawing to put into one's own papers."""
    drawing = qr_svg(address_of(channel), _("Survey")).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    response = HttpResponse(drawing, content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="survey-{channel.pk}.svg"'
    return response


@require_POST
@in_project("impact_study.change_channel", Channel)
def channel_poster(request: SignedInRequest, channel: Channel) -> HttpResponse:
    language = channel.language or translation.get_language()
    job = jobs.start(
        POSTER, by=request.user, project=request.project, key=str(channel.pk), channel=channel.pk, language=language
    )
    return redirect(job)


@in_project("impact_study.change_channel", Channel)
def channel_poster_file(request: SignedInRequest, channel: Channel) -> HttpResponseBase:
    if not default_storage.exists(poster_name(channel)):
        raise Http404
    name = f"survey-poster-{channel.pk}.pdf"
    return send_protected(poster_name(channel), as_name=name, content_type="application/pdf")


@require_POST
@in_project("impact_study.change_channel", Channel)
def cards_print(request: SignedInRequest, channel: Channel) -> HttpResponse:
    form = CardsForm(request.POST, channel=channel)
    if form.is_valid():
        problems = card_problems(channel, form.cleaned_data["cards"])
        if not problems:
            job = jobs.start(
                CARDS, by=request.user, project=request.project, key=str(channel.pk), channel=channel.pk,
                **form.cleaned_data,
            )  # fmt: skip
            return redirect(job)
        form.add_problems(problems)
    return _channel_page(request, channel, cards=form, form=form, status=422)


@in_project("impact_study.change_channel", CodeBatch)
def cards_file(request: SignedInRequest, batch: CodeBatch) -> HttpResponseBase:
    """The printed sheet, for a day."""
    if not batch.file or not default_storage.exists(batch.file):
        raise Http404
    return send_protected(batch.file, as_name=f"code-cards-{batch.pk}.pdf", content_type="application/pdf")
