"""Partners join, change and leave; one that left keeps its history, the one that follows says so."""

from __future__ import annotations

import secrets
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from network.joining import welcome
from network.models import Organisation, Partner, Project


@transaction.atomic
def add_partner(
    *, project: Project, organisation: Organisation, by: User, number: int, role: str, joined_on: date | None = None,
    left_on: date | None = None, follows: Partner | None = None, budget_share: Decimal | None = None,
) -> Partner:  # fmt: skip
    """Let an organisation take part in a project. Raises ProblemsFound."""
    partner = Partner(
        project=project, organisation=organisation, number=number, role=role, joined_on=joined_on, left_on=left_on,
        follows=follows, budget_share=budget_share, roster_secret=secrets.token_hex(32),
    )  # fmt: skip
    stop_on(_problems(partner))
    partner.save()
    organisation.projects.add(project)
    audit.record("network.partner.added", target=partner, by=by, **_facts(partner))
    welcome(partner, by=by)
    return partner


@transaction.atomic
def change_partner(
    *, partner: Partner, by: User, number: int, role: str, joined_on: date | None, left_on: date | None,
    follows: Partner | None, budget_share: Decimal | None,
) -> Partner:  # fmt: skip
    """Change what is known of a partner. Targets do not move by it: they are amended with a reason."""
    stored = Partner.objects.select_for_update(of=("self",), no_key=True).get(pk=partner.pk)
    before = _facts(stored)
    stored.number, stored.role, stored.joined_on, stored.left_on = number, role, joined_on, left_on
    stored.follows, stored.budget_share = follows, budget_share
    stop_on(_problems(stored))
    stored.save()
    audit.record("network.partner.changed", target=stored, by=by, changes=audit.changes(before, _facts(stored)))
    welcome(stored, by=by)
    return stored


def _facts(partner: Partner) -> dict[str, str | int | None]:
    return {
        "organisation": partner.organisation_id,
        "number": partner.number,
        "role": partner.role,
        "joined_on": partner.joined_on.isoformat() if partner.joined_on else None,
        "left_on": partner.left_on.isoformat() if partner.left_on else None,
        "follows": partner.follows_id,
        "budget_share": None if partner.budget_share is None else str(partner.budget_share),
    }


def _problems(partner: Partner) -> list[Problem]:
    found = []
    others = Partner.objects.filter(project=partner.project).exclude(pk=partner.pk)
    if others.filter(number=partner.number).exists():
        found.append(Problem("number_taken", _("Another partner has this number."), field="number"))
    if partner.pk is None and others.filter(organisation=partner.organisation_id).exists():
        found.append(Problem("partner_already", _("This organisation is a partner already."), field="organisation"))
    if partner.organisation.merged_into_id:
        message = _("This record was merged into another one.")
        found.append(Problem("merged", message, field="organisation", remedy=_("Choose that one.")))
    if partner.joined_on and partner.left_on and partner.left_on < partner.joined_on:
        found.append(Problem("left_early", _("The partner left before it joined."), field="left_on"))
    if partner.follows_id and not others.filter(pk=partner.follows_id).exists():
        message = _("A partner follows another one of the same project.")
        found.append(Problem("follows_other", message, field="follows"))
    elif partner.follows_id and others.filter(follows=partner.follows_id).exists():
        message = _("Another partner follows that one already.")
        found.append(Problem("followed_already", message, field="follows"))
    return found
