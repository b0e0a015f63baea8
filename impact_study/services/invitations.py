"""Asking people by mail: each gets a personal link; answers know nothing of it."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from impact_study.enums import ChannelKind
from impact_study.models import Channel, SurveyInvitation
from impact_study.rules.codes import keyed
from impact_study.rules.inviting import Address
from network.models import Person, PersonEmail

KEPT_AFTER_THE_WAVE = timedelta(days=90)
FORGOTTEN = "@forgotten.invalid"
SHOWN = 200


def token_of(channel: Channel, email: str) -> str:
    """The token of an address, made again for each reminder: only its hash is kept."""
    secret = channel.wave.study.secret
    made = keyed(secret, "invitation", f"{channel.pk}:{email}")[:16]
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def hash_of(token: str) -> str:
    return sha256(f"impact_study.invitation:{token}".encode()).hexdigest()


def invitation_of(channel: Channel, token: str) -> SurveyInvitation | None:
    if not token or channel.kind != ChannelKind.PERSONAL_LINK:
        return None
    return SurveyInvitation.objects.filter(channel=channel, token_hash=hash_of(token)).first()


def invitations_of(channel: Channel, user: User) -> list[SurveyInvitation]:
    """The first of whom the user may know by address."""
    rows = SurveyInvitation.objects.visible_to(user).filter(channel=channel).exclude(email__endswith=FORGOTTEN)
    return list(rows.order_by("email")[:SHOWN])


def note_opened(invitation: SurveyInvitation) -> bool:
    """True for the first time only; not when."""
    return bool(SurveyInvitation.objects.filter(pk=invitation.pk, opened=False).update(opened=True))


def unsubscribe(invitation: SurveyInvitation) -> None:
    SurveyInvitation.objects.filter(pk=invitation.pk).update(unsubscribed=True)


def people_to_ask(channel: Channel, user: User) -> QuerySet[Person]:
    """People of the channel's partner whom the user may know, with an address and no wish to be left alone."""
    rows = Person.objects.visible_to(user).known_to(channel.partner).canonical().filter(
        erased_at=None, do_not_contact=False, is_minor=False, emails__isnull=False
    )  # fmt: skip
    return rows.distinct().prefetch_related("emails")


@transaction.atomic
def invite_respondents(
    *, channel: Channel, by: User, people: Iterable[Person] = (), addresses: Sequence[Address] = ()
) -> int:
    """Put people on the list of a channel; returns how many are new. Mails leave by day. Raises ProblemsFound.

    Whoever wants no mails, of this study or at all, is not put on it.
    """
    if channel.kind != ChannelKind.PERSONAL_LINK or channel.revoked_at:
        message = _("People are invited through a channel of personal links that is in use.")
        raise ProblemsFound([Problem("wrong_channel", message)])
    usual = channel.language or channel.wave.study.base_language
    own = {person.emails.all()[0].address.lower(): person for person in people}
    asked = [
        Address(email, _language(channel, person.language or usual), person.country or _country(channel))
        for email, person in own.items()
    ]
    rows = [_row(channel, address, own.get(address.email)) for address in (*asked, *addresses)]
    known = set(SurveyInvitation.objects.filter(channel=channel).values_list("email", flat=True))
    known |= left_alone(channel, {row.email for row in rows})
    fresh = {row.email: row for row in rows if row.email not in known}
    SurveyInvitation.objects.bulk_create(fresh.values(), ignore_conflicts=True)
    audit.record("impact_study.respondents.invited", target=channel, by=by, number=len(fresh))
    return len(fresh)


def left_alone(channel: Channel, emails: Collection[str]) -> set[str]:
    """Addresses that are not written to again: they said so to a mail of the study, or to the project."""
    study = channel.wave.study
    refused = SurveyInvitation.objects.filter(channel__wave__study=study, unsubscribed=True, email__in=emails)
    people = Person.objects.in_project(study.project).filter(do_not_contact=True)
    private = PersonEmail.objects.filter(person__in=people).values_list("address", flat=True)
    return {*refused.values_list("email", flat=True), *(address.lower() for address in private)}


def _row(channel: Channel, address: Address, person: Person | None) -> SurveyInvitation:
    token = token_of(channel, address.email)
    return SurveyInvitation(
        channel=channel, person=person, email=address.email, language=address.language, country=address.country,
        token_hash=hash_of(token),
    )  # fmt: skip


def _language(channel: Channel, wanted: str) -> str:
    return wanted if wanted in channel.wave.version.languages else channel.wave.version.base_language


def _country(channel: Channel) -> str:
    return channel.partner.organisation.country


def forget_addresses(*, now: datetime) -> int:
    """Ninety days after the asking, that somebody was asked stays for the figures; who it was goes."""
    ended = now - KEPT_AFTER_THE_WAVE
    over = Q(channel__wave__closes_at__lt=ended) | Q(channel__wave__study__closed_at__lt=ended)
    rows = SurveyInvitation.objects.filter(over).exclude(email__endswith=FORGOTTEN)
    nobody = Concat(Cast("pk", CharField()), Value(FORGOTTEN))
    return SurveyInvitation.objects.filter(pk__in=rows.values("pk")).update(person=None, email=nobody, country="")
