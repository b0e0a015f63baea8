"""The mails of invitations: by day, not when done, not more than twice again, each written once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import DateTimeField, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone, translation

from core import mail
from core.models import Mail
from impact_study.enums import StudyState
from impact_study.models import SurveyInvitation
from impact_study.rules.inviting import MOST_REMINDERS, REMIND_AFTER, Asked, is_daytime, mail_due
from impact_study.services.invitations import FORGOTTEN, token_of

AT_ONCE = 2000


def send_due(*, at: datetime | None = None) -> int:
    """Invitations and reminders whose time has come, where it is day; returns how many mails were written."""
    now = at or timezone.now()
    note_bounces()
    due = _due_invitations(now).order_by("pk")
    places = due.values_list("pk", "country", "channel__wave__study__time_zone")
    by_day = [pk for pk, country, zone in places if is_daytime(country, at=now, otherwise=zone)]
    rows = SurveyInvitation.objects.filter(pk__in=by_day[:AT_ONCE]).select_related(
        "channel__wave__study__project", "channel__wave__version", "channel__partner__organisation"
    )
    return sum(_send(invitation, now) for invitation in rows)


def _due_invitations(now: datetime) -> QuerySet[SurveyInvitation]:
    """Those that `mail_due` finds, of waves that are open: nobody who was written to stands before who was not."""
    rested = Coalesce("reminded_at", "sent_at", output_field=DateTimeField())
    rows = SurveyInvitation.objects.alias(last=rested).filter(
        Q(sent_at=None) | Q(reminders__lt=MOST_REMINDERS, last__lte=now - REMIND_AFTER),
        channel__revoked_at=None, channel__wave__study__state=StudyState.RUNNING,
        is_done=False, bounced=False, unsubscribed=False,
    )  # fmt: skip
    open_now = rows.exclude(channel__wave__opens_at__gt=now).exclude(channel__wave__closes_at__lte=now)
    return open_now.exclude(email__endswith=FORGOTTEN)


@transaction.atomic
def _send(invitation: SurveyInvitation, now: datetime) -> bool:
    """One mail, claimed by a conditional change: two workers never write the same."""
    seen = Asked(
        invitation.sent_at, invitation.reminded_at, invitation.reminders, invitation.is_done, invitation.bounced,
        invitation.unsubscribed,
    )  # fmt: skip
    kind = mail_due(seen, at=now)
    if not kind:
        return False
    same = SurveyInvitation.objects.filter(
        pk=invitation.pk, reminders=invitation.reminders, is_done=False, unsubscribed=False
    )
    if kind == "invitation":
        claimed = same.filter(sent_at=None).update(sent_at=now)
    else:
        claimed = same.update(reminders=F("reminders") + 1, reminded_at=now)
    if claimed:
        number = 0 if kind == "invitation" else invitation.reminders + 1
        _write(invitation, kind, key=mail_key(invitation.pk, number))
    return bool(claimed)


def mail_key(invitation: int, number: int) -> str:
    return f"survey-{invitation}-{number}"


def _write(invitation: SurveyInvitation, kind: str, *, key: str) -> None:
    channel, language = invitation.channel, invitation.language
    token = token_of(channel, invitation.email)
    with translation.override(language):
        study = str(channel.wave.study)
    path = f"/{language}/s/{channel.slug}/i/{token}/"
    context = {
        "study": study, "project": channel.wave.study.project, "partner": channel.partner,
        "closes_at": channel.wave.closes_at, "link": mail.site_url(path), "stop": mail.site_url(f"{path}stop/"),
        "is_anonymous": channel.wave.study.is_anonymous,
    }  # fmt: skip
    mail.post(f"impact_study/mail/survey_{kind}", to=invitation.email, language=language, context=context, key=key)


def note_bounces() -> int:
    """Invitations whose mail the recipient's server refused for good."""
    refused = Mail.objects.filter(key__startswith="survey-", sent_at=None).filter(
        error__in=["SMTPRecipientsRefused", "SMTPDataError"]
    ) | Mail.objects.filter(key__startswith="survey-", sent_at=None, attempts__gte=Mail.MOST_ATTEMPTS)
    keys = {int(key.split("-")[1]) for key in refused.values_list("key", flat=True)}
    return SurveyInvitation.objects.filter(pk__in=keys, bounced=False).update(bounced=True)
