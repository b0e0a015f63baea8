"""Items of the bank as questions."""

from __future__ import annotations

from impact_study.enums import QuestionType, Required, WaveKind
from impact_study.instruments.bank import BankItem
from impact_study.instruments.words import words
from impact_study.rules.definition import Question
from impact_study.rules.logic.trees import Tree

RATINGS = {"satisfaction": "satisfied", "recommendation": "likely", "host again": "likely"}
# Items that hold several numbers in one sentence are asked as one question each.
PARTS = {
    "DIR-21": ("apprenticeship", "traineeship", "internship", "dual_scheme", "job_shadowing"),
    "DIR-22": ("completed", "left"),
    "DIR-25": ("learners_out", "staff_out", "learners_in", "staff_in"),
    "DIR-26": ("trained", "all"),
}
MOST_WORDS = 600


def shown_when(item: BankItem) -> Tree:
    """`level=transnational` as a condition."""
    asked, _, choice = item.show_if.partition("=")
    return ("=", ("q", asked), choice) if asked else None


def row(item: BankItem, ending: str = "") -> Question:
    """A statement of a table; with an ending it is the same statement, asked about today."""
    return Question(
        code=f"{item.question_code}{ending}",
        type=QuestionType.MATRIX_SINGLE,
        text=f"q.{item.question_code}",
        choices=item.scale,
        required=Required.SOFT,
        relevant=shown_when(item),
        concept=item.concept,
        scale_role="outcome" if WaveKind.RETRO_PRE in item.waves else "item",
        tags=item.tags,
    )


def questions(item: BankItem) -> list[Question]:
    codes = [f"{item.question_code}_{part}" for part in PARTS.get(item.code, ())] or [item.question_code]
    return [_question(item, code) for code in codes]


def _question(item: BankItem, code: str) -> Question:
    rating = f"rating.{'useful' if item.code == 'TEA-24' else RATINGS.get(item.construct, 'satisfied')}"
    low_label, high_label = (f"{rating}.low", f"{rating}.high") if item.scale == "num0_10" else ("", "")
    return Question(
        code=code,
        type=_type(item),
        text=f"q.{code}",
        choices=_choices(item),
        required=Required.SOFT if item.scale in ("num0_10", "single", "multi") else Required.NONE,
        relevant=shown_when(item),
        other=item.scale == "multi",
        concept=item.concept if code == item.question_code else f"{item.concept}_{code.removeprefix('dir_')}",
        low=0 if item.scale in ("num0_10", "number") else None,
        high={"num0_10": 10, "number": 100_000}.get(item.scale),
        low_label=low_label,
        high_label=high_label,
        max_length=MOST_WORDS if item.scale == "text" else None,
        scale_role="item",
        tags=item.tags,
    )


def _type(item: BankItem) -> QuestionType:
    if item.scale == "number":
        return QuestionType.NUMBER if item.code == "ENT-31" else QuestionType.INTEGER
    return {
        "num0_10": QuestionType.RATING,
        "single": QuestionType.SINGLE,
        "multi": QuestionType.MULTIPLE,
        "text": QuestionType.LONG_TEXT,
    }[item.scale]


def _choices(item: BankItem) -> str:
    if item.scale not in ("single", "multi"):
        return ""
    own = any(key.startswith(f"list.{item.question_code}.") for key in words("en"))
    return item.question_code if own else "country"
