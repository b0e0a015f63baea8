"""A questionnaire as a document: its parts, its reader and writer, what is wrong with it, what changed in it."""

from impact_study.rules.definition.checking import definition_problems
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.difference import Change, difference
from impact_study.rules.definition.parts import (
    Choice,
    ChoiceList,
    Item,
    Matrix,
    Page,
    Question,
    Scale,
    TextItem,
    questions_of,
)
from impact_study.rules.definition.reading import read_definition, trusted_definition

__all__ = [
    "Change",
    "Choice",
    "ChoiceList",
    "Definition",
    "Item",
    "Matrix",
    "Page",
    "Question",
    "Scale",
    "TextItem",
    "definition_problems",
    "difference",
    "questions_of",
    "read_definition",
    "trusted_definition",
]
