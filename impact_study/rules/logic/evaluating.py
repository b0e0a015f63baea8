"""What a tree comes to for given answers. The browser's twin is static/js/survey_logic.js."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from impact_study.rules.logic.operators import OPERATORS
from impact_study.rules.logic.values import Value, answer, plain


def evaluate(tree: object, values: Mapping[str, object], today: date) -> Value:
    """The value of a tree; None when it cannot be known. Never raises on a tree that is wrong."""
    if not isinstance(tree, (list, tuple)):
        return plain(tree)
    if not tree:
        return None
    name, parts = tree[0], tree[1:]
    if name == "q":
        return answer(values.get(parts[0])) if len(parts) == 1 and isinstance(parts[0], str) else None
    if name == "today":
        return None if parts else today.isoformat()
    operator = OPERATORS.get(name) if isinstance(name, str) else None
    if operator is None or len(parts) < operator.least or len(parts) > (operator.most or len(parts)):
        return None
    return operator.deed(*(evaluate(part, values, today) for part in parts))


def truth(tree: object, values: Mapping[str, object], today: date) -> bool | None:
    """True, false or not known."""
    value = evaluate(tree, values, today)
    return value if isinstance(value, bool) else None
