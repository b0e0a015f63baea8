"""Remarks on sections."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core import audit
from core.problems import stop_on
from reports.models import Comment, Section
from reports.services.contributions import approved_problem


@transaction.atomic
def add_comment(*, section: Section, text: str, by: User) -> Comment:
    if section.report.is_approved:
        stop_on([approved_problem()])
    comment = Comment.objects.create(section=section, text=text.strip(), by=by)
    audit.record("reports.comment.added", target=comment, by=by)
    return comment


@transaction.atomic
def settle_comment(*, comment: Comment, by: User) -> None:
    """Settling twice changes nothing."""
    settled = Comment.objects.open().filter(pk=comment.pk).update(settled_at=timezone.now(), settled_by=by)
    if settled:
        audit.record("reports.comment.settled", target=comment, by=by)
