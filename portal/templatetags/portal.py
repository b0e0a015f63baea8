"""What the public pages draw and say about themselves."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.charts import figures
from network.enums import QuotaStatus
from network.models import Experience
from network.rules.stories import Told, told_in
from network.templatetags.quotas import TONES
from portal.joint import HEIGHT, WIDTH, tails_path

register = template.Library()


@register.simple_tag
def joint(tails: int) -> SafeString:
    """Two boards joined by as many dovetails; decoration."""
    return format_html(
        '<svg class="joint" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        '<path class="socket" d="M0 0H{}V{}H0z"/><path class="tenon" d="{}"/></svg>',
        WIDTH, HEIGHT, WIDTH, HEIGHT, tails_path(tails),
    )  # fmt: skip


@register.filter
def listed(things: Any) -> str:
    """A row of words, separated by commas."""
    return ", ".join(str(thing) for thing in things)


@register.filter
def told(story: Experience) -> Told:
    """What an experience tells, in the reader's language or in the next best."""
    return told_in(story.story, asked=get_language() or "en", of_project=story.project.languages)


@register.filter
def status_tone(status: QuotaStatus) -> str:
    """The tone a quota's status is shown in."""
    return TONES.get(status, "plain")


@register.filter
def figure(value: float) -> str:
    """A number as the reader writes it."""
    return figures.figure(value)


@register.filter
def tasks_words(tasks: int) -> str:
    """What stands under the number of tasks."""
    return ngettext("task waiting", "tasks waiting", tasks)


@register.filter
def pressing_words(tasks: int) -> str:
    """How many tasks press, in words."""
    if not tasks:
        return _("none within seven days")
    return ngettext("%(count)d within seven days", "%(count)d within seven days", tasks) % {"count": tasks}


@register.filter
def target_words(target: int) -> str:
    """What the heads reached are measured by."""
    return _("of %(target)s heads reached") % {"target": figures.figure(target)} if target else _("heads reached")
