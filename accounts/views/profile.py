"""The page about oneself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, translate_url
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.forms import ProfileForm
from core.guards import signed_in
from core.pages import page
from core.requests import SignedInRequest


@signed_in
def profile(request: SignedInRequest) -> HttpResponse:
    """Name and language; saving opens the page in the language chosen."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        user = form.save()
        with translation.override(user.language):
            messages.success(request, _("Your profile is saved."))
        return redirect(translate_url(reverse("accounts:profile"), user.language))
    return page(request, "accounts/profile.html", {"form": form}, status=422 if form.errors else 200)
