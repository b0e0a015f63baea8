"""Who is asked a question, in words: the conditions of its page, of its table and its own."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from impact_study.rules.definition import Definition, questions_of
from impact_study.rules.logic import in_words


def universe(definition: Definition, texts: Mapping[str, str]) -> dict[str, str]:
    """By the code of each question, in the language in force."""
    found = {}
    for page in definition.pages:
        for item in page.items:
            for question in questions_of(item):
                trees = (page.relevant, item.relevant, question.relevant)
                told = list(dict.fromkeys(in_words(tree, definition, texts) for tree in trees if tree is not None))
                found[question.code] = "; ".join(told) or _("Everybody who answers")
    return found
