"""Questions, statements and words of a page, each with its heading, its help and room for what is wrong."""

from __future__ import annotations

import json
from html import escape

from django.utils.translation import gettext as _

from impact_study.enums import QuestionType, Required
from impact_study.rules.compiled.fields import CHOOSING, NOT_ASKED, FieldWriter
from impact_study.rules.compiled.sheet import Builder
from impact_study.rules.compiled.texts import Texts
from impact_study.rules.definition import Definition, Item, Matrix, Page, Question, TextItem
from impact_study.rules.logic.trees import Tree, references, thaw

# Questions whose inputs are many: they are grouped by a legend instead of a label.
GROUPED = CHOOSING | {QuestionType.RANKING}


class ItemWriter:
    """Writes the items of one page."""

    def __init__(self, out: Builder, definition: Definition, page: Page, texts: Texts) -> None:
        self.out, self.page, self.texts = out, page, texts
        self.fields = FieldWriter(out, definition, texts)
        self.here = {question.code for question in page.questions}

    def write(self, item: Item, *, alone: bool) -> None:
        """`alone` on its page, a question's words are the page's heading."""
        if isinstance(item, TextItem):
            self.open("div", item.code, item.relevant, "words")
            self.out.add(self.texts.block(item.text)).add("</div>")
        elif isinstance(item, Matrix):
            self.matrix(item, alone=alone)
        elif item.type not in NOT_ASKED:
            self.question(item, alone=alone)

    def matrix(self, matrix: Matrix, *, alone: bool) -> None:
        """One card a statement at every width: an option is named by its statement and its own words."""
        level = "h1" if alone else "h2"
        self.open("section", matrix.code, matrix.relevant, "matrix")
        self.out.add(f'<{level} id="{matrix.code}-title">{self.texts.line(matrix.text)}</{level}>')
        if matrix.help:
            self.out.add(f'<div class="help">{self.texts.block(matrix.help)}</div>')
        for row in matrix.rows:
            self.question(row, alone=False, row=True)
        self.out.add("</section>")

    def question(self, question: Question, *, alone: bool, row: bool = False) -> None:
        if question.type in GROUPED and not self.fields.is_list(question):
            self.grouped(question, alone=alone, row=row)
        else:
            self.single(question, alone=alone)

    def grouped(self, question: Question, *, alone: bool, row: bool) -> None:
        helped = f"{question.code}-help " if question.help else ""
        described = f' aria-describedby="{helped}{question.code}-error"'
        self.open("fieldset", question.code, question.relevant, "field card" if row else "field", described)
        words = self.words(question)
        self.out.add(f"<legend><h1>{words}</h1></legend>" if alone else f"<legend>{words}</legend>")
        self.beside(question)
        self.fields.write(question)
        self.out.add("</fieldset>")

    def single(self, question: Question, *, alone: bool) -> None:
        self.open("div", question.code, question.relevant, "field")
        label = f'<label for="{question.code}">{self.words(question)}</label>'
        self.out.add(f"<h1>{label}</h1>" if alone else label)
        self.beside(question)
        self.fields.write(question)
        self.out.add("</div>")

    def words(self, question: Question) -> str:
        text = self.texts.line(question.text)
        if question.required == Required.HARD:
            return f'{text} <span class="needed">({escape(_("needed"))})</span>'
        return text

    def beside(self, question: Question) -> None:
        if question.help:
            self.out.add(f'<div class="help" id="{question.code}-help">{self.texts.block(question.help)}</div>')
        self.out.add(f'<div id="{question.code}-error">').hole("error", question.code).add("</div>")

    def open(self, tag: str, code: str, relevant: Tree, names: str, more: str = "") -> None:
        """The element of an item; one that hangs on others can be hidden, by us or by the script."""
        self.out.add(f'<{tag} class="{names}').hole("wrong", code).add(f'"{more}')
        if relevant is not None:
            if set(references(relevant)) & self.here:
                tree = escape(json.dumps(thaw(relevant), separators=(",", ":")))
                self.out.add(f' data-code="{code}" data-relevant="{tree}"')
            self.out.hole("hidden", code)
        self.out.add(">")
