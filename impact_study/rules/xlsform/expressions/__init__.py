"""A stated part of XLSForm's expressions as our trees.

Read: `${name}` and `.`, numbers and texts, and or = != < <= > >= + - * div, brackets, and the functions selected,
count-selected, not, if, coalesce, string-length, regex, today, date, number, string, min, max, true, false.
In XLSForm an empty answer is an empty text: `!=` is true for it, `=` and the others are false. So `!=` becomes
"missing or different", and a `not(...)` or `if(...)` takes what is not known for false.
"""

from __future__ import annotations

from impact_study.rules.xlsform.expressions.functions import sure
from impact_study.rules.xlsform.expressions.questions import Known
from impact_study.rules.xlsform.expressions.reading import translated
from impact_study.rules.xlsform.expressions.tokens import NotTranslatedError

__all__ = [
    "Known",
    "NotTranslatedError",
    "sure",
    "translated",
]
