"""What the accessibility statement says. Written here, beside the code, so that it changes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REVIEWED_ON = date(2026, 11, 21)
ANSWER_WITHIN_DAYS = 10


@dataclass(frozen=True)
class Gap:
    """Something that is not accessible, or not yet known to be, and what helps meanwhile."""

    what: str | Promise
    meanwhile: str | Promise


CHECKED = (
    _("Automatic checks of pages in Chromium, light and dark, on a phone and on a desk (axe, rules of WCAG 2.2 AA)."),
    _("Contrast of every pair of colours, computed from the palette."),
    _("Pages without JavaScript, and without sideways scrolling at a width of 320 pixels."),
    _("Menus, dialogs and error messages by keyboard alone."),
)
GAPS = (
    Gap(
        _("No person has yet gone through the pages with a screen reader (NVDA, JAWS, VoiceOver, TalkBack)."),
        _("Names, roles and headings are checked by machine. Tell us what your screen reader gets wrong."),
    ),
    Gap(
        _("Safari and Firefox have not yet been checked by hand."),
        _("The pages use nothing that only one browser knows. Tell us what looks broken."),
    ),
    Gap(
        _("In languages that are not complete, parts of a page are in English without being marked as such."),
        _("English and Spanish are complete."),
    ),
    Gap(
        _("Documents that partners upload as evidence may be scans without text."),
        _("Only people who work in the project open them. Ask the partner named beside the file for its content."),
    ),
)
