"""Sheets of code cards and posters, printed by workers. The codes of a sheet are on paper and nowhere else."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from core.symbols import qr_svg
from impact_study.models import Channel, CodeBatch
from impact_study.rules.codes import new_code
from impact_study.services.channels import address_of
from network.funding import funding_of

MOST_CARDS = 500
KEPT_FOR = timedelta(days=1)


def card_problems(channel: Channel, number: int) -> list[Problem]:
    found = []
    if not channel.wave.study.secret:
        found.append(Problem("study_closed", _("The study is closed: no more codes can be made.")))
    if channel.revoked_at:
        found.append(Problem("revoked", _("This link has been withdrawn.")))
    if not 1 <= number <= MOST_CARDS:
        message = _("Print between 1 and %(most)d cards at a time.") % {"most": MOST_CARDS}
        found.append(Problem("too_many_cards", message, field="cards"))
    return found


def print_cards(*, channel: Channel, number: int, language: str, by: User | None) -> CodeBatch:
    """Make codes, print them, note how many were given out. Raises ProblemsFound."""
    from core.printing.pdf import print_template

    stop_on(card_problems(channel, number))
    secret = channel.wave.study.secret
    codes = [new_code(secret) for _card in range(number)]
    with translation.override(language):
        cards = [(code, qr_svg(address_of(channel, code=code), code)) for code in codes]
        context = {"channel": channel, "study": channel.wave.study, "cards": cards, "language": language,
                   "address": address_of(channel)}  # fmt: skip
        data, _pages = print_template("impact_study/print/cards.html", context, language=language, identifier="cards")
    with transaction.atomic():
        batch = CodeBatch.objects.create(
            wave=channel.wave, partner=channel.partner, group=channel.wave.group, cards=number, issued_by=by,
            file=default_storage.save(f"survey-cards/{uuid4()}.pdf", ContentFile(data)),
        )  # fmt: skip
        audit.record("impact_study.cards.issued", target=batch, by=by, cards=number)
    return batch


def print_poster(*, channel: Channel, language: str) -> str:
    """A poster with the channel's address; the same one again takes the place of the last."""
    from core.printing.pdf import print_template

    with translation.override(language):
        address = address_of(channel)
        context = {
            "channel": channel, "study": channel.wave.study, "address": address, "language": language,
            "symbol": qr_svg(address, _("Survey")), "funding": funding_of(channel.wave.study.project, language),
        }  # fmt: skip
        data, _pages = print_template("impact_study/print/poster.html", context, language=language, identifier="poster")
    name = poster_name(channel)
    if default_storage.exists(name):
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(data))


def poster_name(channel: Channel) -> str:
    return f"survey-posters/{channel.pk}.pdf"


def forget_sheets() -> int:
    """Delete printed sheets a day after they were made."""
    late = CodeBatch.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).exclude(file="")
    for batch in late:
        default_storage.delete(batch.file)
        CodeBatch.objects.filter(pk=batch.pk).update(file="")
    return len(late)
