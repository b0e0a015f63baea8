"""One's own tokens for programs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.forms import TokenForm
from accounts.models import AccessToken
from accounts.services.tokens import make_token, revoke_token
from core.guards import fetch_visible, signed_in
from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest


@signed_in
def token_list(request: SignedInRequest) -> HttpResponse:
    """The tokens in force, and a form for another; its secret is shown in this one answer."""
    form, secret = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            _token, secret = make_token(user=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            form = TokenForm()
    tokens = AccessToken.objects.visible_to(request.user).filter(revoked_at__isnull=True)
    context = {"form": form, "tokens": tokens, "secret": secret}
    return page(request, "accounts/token_list.html", context, status=422 if form.errors else 200)


@require_POST
@signed_in
def token_revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    token = fetch_visible(AccessToken, request, pk=pk)
    revoke_token(token=token, by=request.user)
    messages.success(request, _("The token “%(name)s” no longer opens anything.") % {"name": token.name})
    return redirect("accounts:token_list")
