"""Patterns that are matched in linear time: a small part of regular expressions, run without going back.

Letters, `.`, classes `[a-z]` and `[^a-z]`, `\\d \\w \\s` (plain ASCII), groups, `|`, and `? * + {2} {2,} {2,5}`.
A pattern always covers the whole text; a `^` in front and a `$` behind may stand and change nothing.
The browser's twin is in static/js/survey_logic.js.
"""

from __future__ import annotations

from impact_study.rules.logic.patterns.covering import covers
from impact_study.rules.logic.patterns.signs import BadPatternError
from impact_study.rules.logic.patterns.steps import compiled

__all__ = [
    "BadPatternError",
    "compiled",
    "covers",
]
