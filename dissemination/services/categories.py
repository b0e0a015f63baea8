"""Which categories of stakeholders a guest may come as, and by whom they may have been invited."""

from __future__ import annotations

from dissemination.models import Event
from network.models import Category, Partner, Project


def guest_categories(project: Project) -> list[Category]:
    """All of the project: an enterprise comes as somebody who speaks for it."""
    return list(Category.objects.in_project(project))


def inviting_partners(event: Event) -> list[Partner]:
    """Partners for whose guests the event keeps seats."""
    return [share.partner for share in event.shares.select_related("partner__organisation")]
