"""What waits for somebody in the network. Each source asks the database once, whatever the number of projects."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Max, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.labels import in_language
from core.todos import ToDo, register
from network.enums import ImportState, ParticipationState, PeriodState, Role
from network.models import Contact, ImportBatch, Invitation, Participation, Period, PossibleDuplicate
from network.scope import Asker, scope_of
from network.services.importing.figures import open_questions

OPEN_IMPORTS = (ImportState.READ, ImportState.MAPPED, ImportState.PREVIEWED)
IMPORTS_SHOWN = 5
STEPS_SHOWN = 20


def held(user: Asker, *roles: str) -> Q:
    """Rows of the projects and partners for which the user holds one of the roles."""
    places = {(project, partner) for project, partner, role in scope_of(user).roles if role in roles}
    whole = {project for project, partner in places if partner is None}
    return Q(project__in=whole) | Q(partner__in={partner for _project, partner in places if partner})


def projects_held(user: Asker, *roles: str) -> set[int]:
    return {project for project, _partner, role in scope_of(user).roles if role in roles}


def listed(project: str, state: ParticipationState) -> str:
    return f"{reverse('network:participation_list', args=[project])}?state={state}"


@register
def returned_records(user: Asker) -> Iterator[ToDo]:
    """Records that came back, to whoever recorded them and to the partner's manager."""
    mine = Q(recorded_by=user.pk) | held(user, Role.MANAGER)
    rows = Participation.objects.visible_to(user).filter(mine, state=ParticipationState.RETURNED).order_by()
    for code, title, count, first, last in rows.values_list("project__code", "project__title").annotate(
        count=Count("pk"), first=Min("reason"), last=Max("reason")
    ):
        words = ngettext("%(count)d record was returned to you", "%(count)d records were returned to you", count)
        reason = _("Reason: %(reason)s") % {"reason": first} if first == last else _("Each says why.")
        yield ToDo(
            title=words % {"count": count},
            url=listed(code, ParticipationState.RETURNED),
            weight=90,
            note=f"{in_language(title)} · {reason}",
        )


@register
def records_to_verify(user: Asker) -> Iterator[ToDo]:
    """Submitted records that the user may decide on: somebody else recorded them."""
    rows = Participation.objects.filter(held(user, Role.COORDINATOR, Role.VERIFIER), state=ParticipationState.SUBMITTED)
    rows = rows.exclude(recorded_by=user.pk).order_by()
    for code, title, count in rows.values_list("project__code", "project__title").annotate(count=Count("pk")):
        words = ngettext("%(count)d record waits for your decision", "%(count)d records wait for your decision", count)
        url = listed(code, ParticipationState.SUBMITTED)
        yield ToDo(title=words % {"count": count}, url=url, weight=80, note=in_language(title))


@register
def drafts(user: Asker) -> Iterator[ToDo]:
    """Records the user began and has not submitted."""
    rows = Participation.objects.visible_to(user).filter(recorded_by=user.pk, state=ParticipationState.DRAFT).order_by()
    for code, title, count in rows.values_list("project__code", "project__title").annotate(count=Count("pk")):
        words = ngettext("%(count)d draft is not submitted yet", "%(count)d drafts are not submitted yet", count)
        url = listed(code, ParticipationState.DRAFT)
        yield ToDo(title=words % {"count": count}, url=url, weight=30, note=in_language(title))


@register
def possible_duplicates(user: Asker) -> Iterator[ToDo]:
    """Pairs of records that may be one, for who may merge."""
    mine = projects_held(user, Role.COORDINATOR, Role.MANAGER)
    rows = PossibleDuplicate.objects.visible_to(user).filter(project__in=mine).open().order_by()
    for code, title, count in rows.values_list("project__code", "project__title").annotate(count=Count("pk")):
        words = ngettext("%(count)d possible duplicate to settle", "%(count)d possible duplicates to settle", count)
        url = reverse("network:duplicate_list", args=[code])
        yield ToDo(title=words % {"count": count}, url=url, weight=50, note=in_language(title))


@register
def open_imports(user: Asker) -> Iterator[ToDo]:
    """Sheets the user began to bring in."""
    rows = ImportBatch.objects.visible_to(user).filter(started_by=user.pk, state__in=OPEN_IMPORTS)
    for batch in rows.select_related("project", "original")[:IMPORTS_SHOWN]:
        count = open_questions(batch)
        words = ngettext("%(count)d question is open", "%(count)d questions are open", count) % {"count": count}
        yield ToDo(
            title=_("Finish the import of %(file)s") % {"file": batch.original.given_name},
            url=batch.get_absolute_url(),
            weight=70,
            note=f"{batch.project} · {words}" if count else str(batch.project),
        )


@register
def next_steps(user: Asker) -> Iterator[ToDo]:
    """What the user said would be done next with an organisation, each on its day."""
    rows = Contact.objects.visible_to(user).waiting().filter(owner=user.pk).order_by("next_on")
    for contact in rows.select_related("organisation", "project")[:STEPS_SHOWN]:
        url = reverse("network:organisation_detail", args=[contact.project.code, contact.organisation_id])
        note = f"{contact.project} · {contact.organisation}"
        yield ToDo(title=contact.next_step, url=f"{url}#contacts", due=contact.next_on, weight=60, note=note)


@register
def periods_to_lock(user: Asker) -> Iterator[ToDo]:
    """Periods that are over and not locked, for coordinators."""
    over = Period.objects.filter(project__in=projects_held(user, Role.COORDINATOR), ends_on__lt=timezone.localdate())
    for period in over.exclude(state=PeriodState.LOCKED).select_related("project"):
        title = _("Lock the period %(period)s: it is over") % {"period": period.name}
        yield ToDo(title=title, url=period.get_absolute_url(), due=period.due_on, weight=40, note=str(period.project))


@register
def open_invitations(user: Asker) -> Iterator[ToDo]:
    """Invitations nobody has answered yet: on the day the first one ends it has to be sent again."""
    rows = Invitation.objects.filter(held(user, Role.COORDINATOR, Role.MANAGER)).open(at=timezone.now()).order_by()
    for code, title, count, first in rows.values_list("project__code", "project__title").annotate(
        count=Count("pk"), first=Min("expires_at")
    ):
        words = ngettext("%(count)d invitation is not answered", "%(count)d invitations are not answered", count)
        url, due = reverse("network:team", args=[code]), timezone.localdate(first)
        yield ToDo(title=words % {"count": count}, url=url, due=due, weight=10, note=in_language(title))
