"""What waits for somebody in reports: texts to write, texts to accept."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import ngettext

from core.labels import in_language
from core.todos import ToDo, register
from network.enums import Role
from network.permissions import WRITERS
from network.scope import Asker, scope_of
from reports.enums import ContributionState, ReportState
from reports.models import Contribution

BY_REPORT = ("section__report", "section__report__project__code", "section__report__project__title",
             "section__report__period__name")  # fmt: skip


def projects_coordinated(user: Asker) -> set[int]:
    return {project for project, _partner, role in scope_of(user).roles if role == Role.COORDINATOR}


@register
def texts_to_write(user: Asker) -> Iterator[ToDo]:
    """Contributions of the user's partners, and of the coordinator, that are not handed in."""
    partners = {partner for _project, partner, role in scope_of(user).roles if partner and role in WRITERS}
    own = Q(partner__in=partners) | Q(partner=None, section__report__project__in=projects_coordinated(user))
    rows = Contribution.objects.awaited().filter(own).order_by().values_list(*BY_REPORT)
    for report, code, title, period, count, due, back in rows.annotate(
        count=Count("pk"), due=Min("due_on"), back=Count("pk", filter=Q(state=ContributionState.RETURNED))
    ):
        words = ngettext("%(count)d text to write for the report on %(period)s",
                         "%(count)d texts to write for the report on %(period)s", count)  # fmt: skip
        returned = ngettext("%(count)d of them was returned", "%(count)d of them were returned", back)
        yield ToDo(
            title=words % {"count": count, "period": period},
            url=reverse("reports:report_detail", args=[code, report]),
            due=due,
            weight=85 if back else 65,
            note=f"{in_language(title)} · {returned % {'count': back}}" if back else in_language(title),
        )


@register
def texts_to_accept(user: Asker) -> Iterator[ToDo]:
    """Contributions that partners handed in, for the coordinator."""
    rows = Contribution.objects.filter(
        section__report__project__in=projects_coordinated(user), state=ContributionState.SUBMITTED
    ).exclude(section__report__state=ReportState.APPROVED)
    for report, code, title, period, count in rows.order_by().values_list(*BY_REPORT).annotate(count=Count("pk")):
        words = ngettext("%(count)d text to accept for the report on %(period)s",
                         "%(count)d texts to accept for the report on %(period)s", count)  # fmt: skip
        yield ToDo(
            title=words % {"count": count, "period": period},
            url=reverse("reports:report_detail", args=[code, report]),
            weight=75,
            note=in_language(title),
        )
