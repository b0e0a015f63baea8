"""Take back what was published of a run and found wrong. Addresses keep answering; files stay for auditors."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core import audit
from core.problems import stop_on
from impact_study.enums import PublicationState
from impact_study.models import Publication, Study
from impact_study.rules.publishing import withdrawing_problems
from impact_study.services.findings import mark_cards

PUBLIC = (PublicationState.PUBLISHED, PublicationState.REPLACED)


def withdrawable(publication: Publication) -> list[Publication]:
    """The edition with its translations: they tell the same figures, and the cards of findings are of all of them."""
    return list(Publication.objects.filter(run=publication.run_id, state__in=PUBLIC).order_by("language"))


@transaction.atomic
def withdraw_edition(*, publication: Publication, reasons: Mapping[str, str], by: User) -> None:
    """In all its languages, with a reason in each. Raises ProblemsFound."""
    study = Study.objects.select_for_update().get(pk=publication.study_id)
    editions = withdrawable(publication)
    stop_on(withdrawing_problems(languages=[each.language for each in editions], reasons=reasons))
    now = timezone.now()
    for edition in editions:
        edition.state, edition.withdrawn_at, edition.withdrawn_by = PublicationState.WITHDRAWN, now, by
        edition.withdrawn_because = reasons[edition.language].strip()
        edition.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_because", "changed_at"])
        audit.record("impact_study.publication.withdrawn", target=edition, by=by, project=study.project_id)
    is_last = not Publication.objects.filter(study=study, state=PublicationState.PUBLISHED).exists()
    mark_cards(run=publication.run, on=timezone.localdate(now), is_last=is_last)
