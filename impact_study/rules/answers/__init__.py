"""What respondents answer: read from a page, settled at the end, and the way from page to page."""

from impact_study.rules.answers.course import next_page, previous_page, progress, shown_codes
from impact_study.rules.answers.pages import Reading, read_page
from impact_study.rules.answers.settling import Settled, settle

__all__ = [
    "Reading",
    "Settled",
    "next_page",
    "previous_page",
    "progress",
    "read_page",
    "settle",
    "shown_codes",
]
