"""One row read cell by cell, checked as respondents' answers are, with a report of what is not kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from core.sheets import TableRow
from core.sheets.answers import read_yes
from core.sheets.export import FORMULA_STARTS, MARK
from core.sheets.tables import shown
from core.sheets.values import Cell
from core.text import fold
from impact_study.enums import Missing, QuestionType
from impact_study.rules.answers import settle
from impact_study.rules.answers.typing_in import read_typed
from impact_study.rules.codebook import SEVERAL
from impact_study.rules.definition import Question
from impact_study.rules.importing.cells import NUMBERS, habits_of, plain
from impact_study.rules.importing.columns import Asked, Place
from impact_study.rules.importing.facts import read_fact
from impact_study.rules.importing.rows import Read, Row
from impact_study.rules.xlsform.report import Line

# Numbers and days have one form by then, whatever the language of the file.
PLAIN = "en"
REASONS = {str(reason) for reason in Missing}


class RowReader:
    def __init__(
        self, asked: Asked, columns: Mapping[int, tuple[str, Place]], read: Read, today: date, rows: Sequence[TableRow]
    ) -> None:
        self.asked, self.columns, self.read, self.today = asked, columns, read, today
        self.codes: dict[str, dict[str, str]] = {}
        kinds = {index: place.question.type for index, (_name, place) in columns.items() if place.question}
        days = [index for index, (_name, place) in columns.items() if place.fact == "day"]
        self.habits = habits_of(
            rows, days=[*days, *(index for index in kinds if kinds[index] == QuestionType.DATE)],
            numbers=[index for index in kinds if kinds[index] in NUMBERS], order=asked.order, mark=asked.mark,
        )  # fmt: skip
        self.heads = {place.question.code: name for name, place in columns.values() if place.question}

    def row(self, given: TableRow) -> None:
        row, raw, wrong = Row(given.number), dict[str, list[str]](), set[str]()
        for index, (name, place) in self.columns.items():
            cell = given.cells[index] if index < len(given.cells) else None
            if not (text := _text(cell)):
                continue
            if place.fact:
                why = self.fact(row, place.fact, cell, text)
            elif place.question and (why := self.answer(row, raw, index, place, place.question, cell, text)):
                wrong.add(place.question.code)
            if why:
                self.note("not_kept", given, name, why)
        if why := self.refused(row):
            self.note("not_kept", given, _("the row"), why)
            return
        self.settled(row, raw, given, wrong)

    def fact(self, row: Row, name: str, cell: Cell, text: str) -> str:
        """Why it is not kept; empty when it is."""
        found, why = read_fact(name, cell, text, languages=self.asked.languages, order=self.habits.order)
        if name == "day" and found:
            row.day = date.fromisoformat(found)
        elif found:
            row.facts[name] = found
        return why

    def refused(self, row: Row) -> str:
        facts = row.facts
        if facts.get("version", str(self.asked.version)) != str(self.asked.version):
            return _("It answers version %(version)s of the questionnaire; this wave asks version %(now)d.") % {
                "version": facts["version"][:20], "now": self.asked.version,
            }  # fmt: skip
        if facts.get("wave", self.asked.wave) != self.asked.wave or facts.get("group", self.asked.group) != (
            self.asked.group
        ):
            return _("It belongs to another wave or group.")
        if row.day and row.day > self.today:
            return _("Its day is still to come.")
        return ""

    def answer(
        self, row: Row, raw: dict[str, list[str]], index: int, place: Place, question: Question, cell: Cell, text: str
    ) -> str:
        """Why it is not kept; what else is wrong with it shows when the row is settled."""
        if place.is_other:
            row.answers[question.other_code] = text
        elif text in REASONS:
            row.missing[question.code] = Missing(text)
        elif place.choice:
            if question.type == "ranking":
                raw[f"{question.code}__{place.choice}"] = [text]
            elif read_yes(cell) or (read_yes(cell) is None and fold(text) == fold(place.choice)):
                raw.setdefault(question.code, []).append(place.choice)
        elif question.type in SEVERAL:
            raw[question.code] = [self.code_of(question, part.strip()) for part in text.split(";") if part.strip()]
        else:
            mark = self.habits.marks.get(index)
            text, why = plain(QuestionType(question.type), cell, text, mark=mark, order=self.habits.order)
            if why:
                return why
            raw[question.code] = [self.code_of(question, text)]
        return ""

    def code_of(self, question: Question, text: str) -> str:
        """A choice's own code, or that of a label in any language; anything else stays what it is."""
        if question.code not in self.codes:
            choices = self.asked.definition.choices_of(question)
            labels = {
                fold(texts[choice.text]): choice.code
                for texts in self.asked.texts.values() for choice in choices if texts.get(choice.text)
            }  # fmt: skip
            self.codes[question.code] = {**labels, **{fold(choice.code): choice.code for choice in choices}}
        return self.codes[question.code].get(fold(text), text)

    def settled(self, row: Row, raw: Mapping[str, list[str]], given: TableRow, wrong: set[str]) -> None:
        """The same checks that respondents meet; what does not fit is left out of the row and told."""
        for question in self.asked.definition.questions:
            typed = read_typed(self.asked.definition, question, raw, PLAIN)
            if typed.fault:
                wrong.add(question.code)
                self.note("not_kept", given, self.heads.get(question.code, question.code), typed.fault.message)
            elif typed.value is not None:
                row.answers[question.code] = typed.value
            elif typed.reason:
                row.missing[question.code] = typed.reason
        done = settle(self.asked.definition, row.answers, row.missing, today=self.today)
        for problem in done.problems:
            if problem.code == "required":
                self.note("not_kept", given, _("the row"), f"{problem.field}: {problem.message}")
                return
            self.note("not_kept", given, self.heads.get(problem.field or "", problem.field or ""), str(problem.message))
            wrong.add(problem.field or "")
        for code, reason in row.missing.items():
            if code in self.heads and code not in wrong and done.missing.get(code, reason) != reason:
                self.note("changed", given, self.heads[code], _("Kept as “%(reason)s”.") % {
                    "reason": done.missing[code].label})  # fmt: skip
        row.answers, row.missing = done.answers, done.missing
        self.read.rows.append(row)

    def note(self, fate: str, given: TableRow, what: str, message: str) -> None:
        self.read.report.lines.append(Line(fate, given.sheet, given.number, what, message))  # type: ignore[arg-type]


def _text(cell: Cell) -> str:
    """As a person would type it, without the mark that keeps an exported text from being a formula."""
    text = shown(cell).strip()
    return text[1:] if text.startswith(MARK) and text[1:].startswith(FORMULA_STARTS) else text
