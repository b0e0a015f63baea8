"""An XLSForm as a questionnaire, with a report of what was kept, changed and not kept. For workers only."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import batched, groupby
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from impact_study.enums import QuestionType, Required
from impact_study.rules.definition import Definition, Item, Page, Question, TextItem
from impact_study.rules.xlsform.conditions import Conditions
from impact_study.rules.xlsform.expressions import Known
from impact_study.rules.xlsform.given import bounds, default, files, required
from impact_study.rules.xlsform.lists import Lists
from impact_study.rules.xlsform.names import Codes, language_code
from impact_study.rules.xlsform.report import Imported, Report
from impact_study.rules.xlsform.sheets import Form, read_form
from impact_study.rules.xlsform.texts import Texts, language_codes
from impact_study.rules.xlsform.types import NOT_KNOWN, question_type
from impact_study.rules.xlsform.unused import report_unused
from impact_study.rules.xlsform.walking import Place, places

MOST_TOGETHER = 5
CHOOSING = {QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.RANKING}


def import_xlsform(data: bytes, *, name: str, base: str = "en", languages: Mapping[str, str] | None = None) -> Imported:
    """Read a form (.xlsx, .xls, .csv). `base` is the language of labels that name none; `languages` are codes by
    the form's own names, as answered when they were asked for. Raises ProblemsFound."""
    form = read_form(data, name)
    codes = language_codes(form.tree, languages or {}, base)
    return _Builder(
        form, codes, language_code(str(form.tree.get("default_language") or ""), codes, base) or base
    ).built()


class _Builder:
    def __init__(self, form: Form, codes: Mapping[str, str], base: str) -> None:
        self.form, self.base = form, base
        self.texts, self.report = Texts(codes, base), Report()
        self.known: dict[str, Known] = {}
        self.lists = Lists(form, self.texts, self.report)
        self.conditions = Conditions(self.known, self.report)
        self.codes, self.page_codes = Codes(), Codes("page")

    def built(self) -> Imported:
        items = [
            (place, item) for place in places(self.form.tree, self.form.sheets["survey"]) for item in self.item(place)
        ]
        if not items:
            raise ProblemsFound(
                [Problem("no_questions", _("The form has no question that can be kept."), field="survey")]
            )
        pages = self.pages(items)
        report_unused(self.form, self.report)
        title = self.texts.put("meta.title", self.form.tree.get("title"))
        languages = tuple(dict.fromkeys([self.base, *self.texts.found]))
        definition = Definition(
            code=Codes("form").give(str(self.form.tree.get("id_string") or "form")),
            base_language=self.base,
            languages=languages,
            title=title or "meta.title",
            pages=pages,
            choice_lists=self.lists.all(),
        )
        order = sorted(self.report.lines, key=lambda line: (line.sheet != "survey", line.sheet, line.row or 0))
        return Imported(definition, {code: self.texts.found.get(code, {}) for code in languages}, tuple(order))

    def note(self, fate: Any, place: Place, message: str = "", what: str = "") -> None:
        self.report.note(fate, "survey", place.row, what or place.name, message)

    def item(self, place: Place) -> list[Item]:
        """The item a row becomes: none for groups, for what is not known, and for what the reader added."""
        if place.row is None:
            return []
        if place.kind == "group" and not place.in_repeat:
            return self.group(place)
        if place.in_repeat:
            self.note("not_kept", place, _("It stands in a group that is asked several times."))
        elif place.kind == "note":
            return [self.text(place)]
        elif question := self.question(place):
            return [question]
        return []

    def group(self, place: Place) -> list[Item]:
        """A group outside all others is a page; the words of one inside stand before its questions."""
        if place.groups:
            self.note("changed", place, _("A group inside a group is a part of its page."))
            return [self.text(place)] if place.node.get("label") else []
        self.note("changed", place, _("The group became a page."))
        return []

    def text(self, place: Place) -> TextItem:
        code = self.code(place)
        self.note("kept", place)
        key = self.texts.put(f"text.{code}", self.label(place, "label")) or f"text.{code}"
        return TextItem(code, key, relevant=self.conditions.relevant(place))

    def question(self, place: Place) -> Question | None:
        kind = question_type(place.node)
        if kind is None:
            unknown = _("There is no question type “%(type)s”.") % {"type": place.kind}
            self.note("not_kept", place, str(NOT_KNOWN.get(place.kind.lower(), unknown)))
            return None
        calculation = self.conditions.tree(place, "calculate", _("calculation"))
        if kind == QuestionType.COMPUTED and calculation is None:
            self.note("not_kept", place, _("It has no calculation that can be kept."))
            return None
        code = self.code(place)
        other = kind in CHOOSING and self.has_other(place)
        choices, names = self.lists.of(place.node, other=other) if kind in CHOOSING else ("", {})
        self.known[place.name] = Known(code, kind, names)
        limits = bounds(place) if kind == QuestionType.RATING else {}
        if kind != QuestionType.COMPUTED and place.bound("calculate"):
            self.note("not_kept", place, _("Only computed questions have a calculation."), _("calculation"))
        question = Question(
            code=code,
            type=kind,
            text=self.texts.put(f"q.{code}", self.label(place, "label") or place.name),
            choices=choices,
            required=self.required(place, kind),
            relevant=self.conditions.relevant(place),
            constraint=self.conditions.constraint(place),
            constraint_message=self.texts.put(f"q.{code}.constraint", self.bind(place, "jr:constraintMsg")),
            calculation=calculation if kind == QuestionType.COMPUTED else None,
            default=self.default(place, kind, names),
            other=other,
            help=self.texts.put(f"q.{code}.help", self.label(place, "hint")),
            **limits,
            **(files(place) if kind == QuestionType.FILE else {}),
        )
        if kind == QuestionType.FILE and place.node.get("parameters"):
            self.note("not_kept", place, _("Pictures are kept in the size in which they are sent."), _("parameters"))
        self.note("kept", place)
        return question

    def code(self, place: Place) -> str:
        code = self.codes.give(place.name)
        if code != place.name:
            self.note("changed", place, _("The name became the code “%(code)s”.") % {"code": code})
        return code

    def label(self, place: Place, part: str) -> Any:
        label = place.node.get(part)
        if "${" in str(label):
            self.note("changed", place, _("Answers are not put into texts here; the text shows the name instead."))
        return label

    def bind(self, place: Place, name: str) -> Any:
        return place.node.get("bind", {}).get(name)

    def has_other(self, place: Place) -> bool:
        row = next((row for row in self.form.sheets["survey"].rows if row.number == place.row), None)
        return row is not None and any("or_other" in cell or "or specify other" in cell for cell in row.cells.values())

    def required(self, place: Place, kind: QuestionType) -> Required:
        asked, less = required(place, kind)
        if less:
            message = _(
                "Required became “asked for once more”: only consent and what decides the way must be answered."
            )
            self.note("changed", place, message)
        return asked

    def default(self, place: Place, kind: QuestionType, names: Mapping[str, str]) -> Any:
        value = default(place, kind, names)
        if value is None and (given := str(place.node.get("default") or "")):
            self.note("not_kept", place, _("The value set in advance is not kept: %(text)s") % {"text": given[:100]})
        return value

    def pages(self, items: list[tuple[Place, Item]]) -> tuple[Page, ...]:
        """A group outside all others is a page; what stands in no group goes on pages of five."""
        pages: list[Page] = []
        for group, some in groupby(items, key=lambda pair: pair[0].groups[0] if pair[0].groups else None):
            together = [item for _place, item in some]
            if group is None:
                pages += [Page(self.page_codes.give("page"), tuple(five)) for five in batched(together, MOST_TOGETHER)]
                continue
            code = self.page_codes.give(group.name)
            pages.append(Page(code, tuple(together), self.texts.put(f"page.{code}", self.label(group, "label"))))
        return tuple(pages)
