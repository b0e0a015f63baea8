"""What the impact study keeps of people, and what becomes of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.enums import Basis, Erasure, Retention
from core.personal_data import declare, declare_impersonal
from impact_study import models

_asking = _("To ask people what work-based learning changed")

declare(
    models.SurveyInvitation, subject="person", fields=["email", "language", "sent_at", "reminders", "is_done"],
    purpose=_asking, basis=Basis.PUBLIC_TASK, retention=Retention.SHORT, erasure=Erasure.DELETE,
)  # fmt: skip
# Responses and drafts hold answers under pseudonyms: nothing leads from a person to them but the respondent's own code.
declare_impersonal(*(getattr(models, name) for name in models.__all__ if name != "SurveyInvitation"))
