"""How django-allauth signs people up and in here."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import translate_url
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from core import mail


class AccountAdapter(DefaultAccountAdapter):
    """Signing up is for the invited, unless the installation opens it; mails go out by the house's own way."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.OPEN_SIGNUP) or bool(invited_address(request))

    def clean_email(self, email: str) -> str:
        """An invited person without open sign-up takes the invited address; addresses are kept in lower case."""
        invited = invited_address(self.request)
        if invited and not settings.OPEN_SIGNUP and not self.request.user.is_authenticated and email.lower() != invited:
            raise ValidationError(_("Please use the address the invitation was sent to."), code="not_invited")
        return email.lower()

    def is_email_verified(self, request: HttpRequest, email: str) -> bool:
        """Who opened the link in the invitation's mail has shown that the address is theirs."""
        return email.lower() == invited_address(request) or super().is_email_verified(request, email)

    def is_safe_url(self, url: str | None) -> bool:
        """Only our own paths."""
        return bool(url) and str(url).startswith("/") and url_has_allowed_host_and_scheme(str(url), allowed_hosts=None)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The start page in the language the account has chosen."""
        home = resolve_url(settings.LOGIN_REDIRECT_URL)
        language = getattr(request.user, "language", "") or settings.LANGUAGE_CODE
        return f"/{language}/" if home == "/" else translate_url(home, language)

    def post_login(self, request: HttpRequest, user: User, **told: Any) -> HttpResponse:
        """The greeting stands on a page in the reader's language, whatever the sign-in form spoke."""
        with translation.override(user.language or settings.LANGUAGE_CODE):
            answer: HttpResponse = super().post_login(request, user, **told)
        return answer

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the mail in the reader's language, with addresses of the settings and not of the request."""
        user = context.get("user")
        language = user.language if isinstance(user, User) else (get_language() or settings.LANGUAGE_CODE)
        words = {"email": email, **{name: own_address(name, value, language) for name, value in context.items()}}
        mail.post(template_prefix, to=email, language=language, context=words)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        super().send_notification_mail(template_prefix, user, {"user": user, **(context or {})}, email)


def invited_address(request: HttpRequest | None) -> str:
    """The address whose invitation was opened in this session, "" for none."""
    session = getattr(request, "session", {})
    return str(session.get("invitation", ""))


def own_address(name: str, value: Any, language: str) -> Any:
    """An address that allauth made from the request, made anew from the settings."""
    if not name.endswith("_url") or not value:
        return value
    parts = urlsplit(str(value))
    path = translate_url(parts.path, language)
    return mail.site_url(f"{path}?{parts.query}" if parts.query else path)


def display(user: User) -> str:
    return str(user)
