"""Rows of a sheet as responses: columns by code or label, cells by code or label, and a report of every part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from core.problems import Problem
from core.sheets import Table, TableRow
from core.sheets.answers import read_yes
from core.sheets.dates import Order
from core.sheets.export import FORMULA_STARTS, MARK
from core.sheets.numbers import Mark
from core.sheets.tables import shown
from core.sheets.values import Cell
from core.text import fold
from impact_study.enums import Missing, QuestionType
from impact_study.rules.answers import settle
from impact_study.rules.answers.typing_in import read_typed
from impact_study.rules.codebook import SEVERAL
from impact_study.rules.definition import Definition, Question
from impact_study.rules.import_cells import NUMBERS, habits_of, plain
from impact_study.rules.import_facts import read_fact
from impact_study.rules.xlsform.report import Line, Report

FACTS = {"version", "wave", "group", "language", "country", "day", "respondent", "code", "seconds"}
PASSED_OVER = {"partner", "channel"}
# Numbers and days have one form by then, whatever the language of the file.
PLAIN = "en"
REASONS = {str(reason) for reason in Missing}


@dataclass(frozen=True)
class Asked:
    """The wave that takes the answers. `texts` are by language and key.

    `mark` and `order` say how the file writes numbers and days, where a person told.
    """

    definition: Definition
    texts: Mapping[str, Mapping[str, str]]
    languages: Sequence[str]
    version: int
    wave: str
    group: str
    mark: Mark | None = None
    order: Order | None = None


@dataclass(frozen=True)
class Place:
    """What a column holds: a fact of the response, an answer, one of several choices, or the words beside `other`."""

    fact: str = ""
    question: Question | None = None
    choice: str = ""
    is_other: bool = False


@dataclass
class Row:
    """One response to store."""

    number: int
    facts: dict[str, str] = field(default_factory=dict)
    day: date | None = None
    answers: dict[str, object] = field(default_factory=dict)
    missing: dict[str, Missing] = field(default_factory=dict)


@dataclass
class Read:
    """What a file gives. With problems nothing of it can be taken."""

    rows: list[Row] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    problems: list[Problem] = field(default_factory=list)


def places_of(asked: Asked) -> dict[str, Place]:
    """Headings, folded: codes before labels, so that a label never takes a code's place."""
    found = {fold(name): Place(fact=name) for name in (*FACTS, *PASSED_OVER)}
    labels: dict[str, Place] = {}
    for question in asked.definition.questions:
        found[fold(question.code)] = Place(question=question)
        for name in ("other", "other_text"):
            found.setdefault(fold(f"{question.code}__{name}"), Place(question=question, is_other=True))
        if question.type in SEVERAL:
            for choice in asked.definition.choices_of(question):
                found[fold(f"{question.code}__{choice.code}")] = Place(question=question, choice=choice.code)
        for texts in asked.texts.values():
            if label := fold(texts.get(question.text, "")):
                labels[label] = Place(question=question)
    return {**labels, **found}


def read_rows(table: Table, asked: Asked, *, today: date) -> Read:
    """Every row with what was kept, changed and not kept of it, by row and column."""
    read, known = Read(), places_of(asked)
    columns: dict[int, tuple[str, Place]] = {}
    for column in table.columns:
        place = known.get(fold(column.header)) if column.header else None
        if place and place.question and place.question.type == QuestionType.FILE:
            why = _("Files do not come in a table: they are sent on the pages of the survey only.")
            read.report.note("not_kept", table.sheet, None, column.header, why)
        elif place is None or place.fact in PASSED_OVER:
            why = _("What is chosen for the import holds.") if place else _("No question has this code or label.")
            read.report.note("not_kept", table.sheet, None, column.header or column.letters, why)
        elif place in (taken := [place for _name, place in columns.values()]) and taken:
            message = _("Two columns are called “%(name)s”.") % {"name": column.header[:80]}
            read.problems.append(Problem("duplicate_column", message, remedy=_("Delete one of them.")))
        else:
            columns[column.index] = (column.header, place)
    if not any(place.question for _name, place in columns.values()):
        read.problems.append(
            Problem(
                "no_question", _("No column belongs to a question of this wave."),
                remedy=_("Head the columns with the codes or labels of the codebook."),
            )
        )  # fmt: skip
    for number in sorted((*table.repeated_headers, *table.totals, *table.notes)):
        why = _("It looks like a heading, a total or a note and not like an answer.")
        read.report.note("not_kept", table.sheet, number, _("the row"), why)
    if not read.problems:
        reader = _Reader(asked, columns, read, today, table.rows)
        for row in table.rows:
            reader.row(row)
    return read


class _Reader:
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


def first_doubles(rows: list[Row]) -> Iterator[Row]:
    """Rows of a respondent who stands in the file already."""
    seen = set()
    for row in rows:
        name = row.facts.get("code") or row.facts.get("respondent")
        if name and name in seen:
            yield row
        elif name:
            seen.add(name)
