"""Each kind of question as HTML with holes. Names of fields are those that `read_page` reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from django.utils.translation import gettext as _

from impact_study.enums import Missing, QuestionType, Required
from impact_study.rules.answers.checking import bounds, most_letters
from impact_study.rules.compiled.file_field import write_file
from impact_study.rules.compiled.sheet import Builder
from impact_study.rules.compiled.texts import Texts
from impact_study.rules.definition import Choice, Definition, Question

# What is chosen when somebody prefers not to answer and the list has no such choice of its own.
NOT_SAID = str(Missing.PREFER_NOT_TO_SAY)
FEW = 7
SHORT = 14
# From so many choices on, as of countries, a list to open is shorter on a phone than a button for each.
MANY = 15

CHOOSING = {
    QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.MATRIX_SINGLE, QuestionType.MATRIX_MULTIPLE,
    QuestionType.RATING, QuestionType.CONSENT,
}  # fmt: skip
SEVERAL = {QuestionType.MULTIPLE, QuestionType.MATRIX_MULTIPLE}
# Codes are asked for before the first page.
NOT_ASKED = {QuestionType.COMPUTED, QuestionType.LINKAGE_CODE}
# How a typed field is offered: the browser's own type, the keyboard of a phone.
TYPED = {
    QuestionType.NUMBER: ("text", "decimal"),
    QuestionType.INTEGER: ("text", "numeric"),
    QuestionType.TEXT: ("text", ""),
    QuestionType.DATE: ("date", ""),
    QuestionType.MONTH: ("month", ""),
    QuestionType.TIME: ("time", ""),
}


class FieldWriter:
    """Writes the input of one question into a sheet."""

    def __init__(self, out: Builder, definition: Definition, texts: Texts) -> None:
        self.out, self.definition, self.texts = out, definition, texts
        self.writers: dict[QuestionType, Callable[[Question], None]] = {
            QuestionType.LONG_TEXT: self.long_text,
            QuestionType.RANKING: self.ranking,
            QuestionType.RATING: self.rating,
            QuestionType.CONSENT: self.consent,
            QuestionType.FILE: self.file,
        }

    def write(self, question: Question) -> None:
        writer = self.writers.get(question.type)
        if writer:
            writer(question)
        elif self.is_list(question):
            self.listed(question)
        elif question.type in CHOOSING:
            self.choices(question, self.definition.choices_of(question))
        else:
            self.typed(question)

    def is_list(self, question: Question) -> bool:
        """One of many plain choices; a reason not to answer, or words of one's own, need their place beside."""
        if question.type != QuestionType.SINGLE or question.other or question.personal:
            return False
        choices = self.definition.choices_of(question)
        return len(choices) >= MANY and all(choice.missing is None for choice in choices)

    def listed(self, question: Question) -> None:
        self.out.add(f'<select id="{question.code}" name="{question.code}"{self.described(question)}')
        self.out.hole("invalid", question.code).add('><option value="">–</option>')
        for choice in self.definition.choices_of(question):
            self.out.add(f'<option value="{choice.code}"').hole("selected", question.code, choice.code)
            self.out.add(f">{self.texts.words(choice.text)}</option>")
        self.out.add("</select>")

    def choices(self, question: Question, choices: Sequence[Choice]) -> None:
        """The scale first; "does not apply" and "prefer not to answer" apart from it, below."""
        scale = [choice for choice in choices if choice.missing is None]
        apart = [choice for choice in choices if choice.missing is not None]
        labels = [self.texts.words(choice.text) for choice in scale]
        is_short = len(scale) <= FEW and max(map(len, labels), default=0) <= SHORT
        self.out.add(f'<div class="choices{" short" if is_short else ""}">')
        for place, choice in enumerate(scale):
            self.choice(question, choice.code, self.texts.line(choice.text), is_first=place == 0)
            if question.other and choice.code == "other":
                self.other(question)
        self.out.add("</div>")
        if apart or offers_silence(question, choices):
            self.out.add('<div class="choices apart">')
            for choice in apart:
                self.choice(question, choice.code, self.texts.line(choice.text), alone=True)
            if offers_silence(question, choices):
                self.choice(question, NOT_SAID, escape(silence()), alone=True)
            self.out.add("</div>")

    def choice(self, question: Question, code: str, label: str, *, is_first: bool = False, alone: bool = False) -> None:
        kind = "checkbox" if question.type in SEVERAL else "radio"
        own_id = f' id="{question.code}"' if is_first else ""
        only = " data-alone" if alone and kind == "checkbox" else ""
        self.out.add(f'<label class="choice"><input type="{kind}" name="{question.code}" value="{code}"{own_id}{only}')
        self.out.hole("checked", question.code, code).add(f"> <span>{label}</span></label>")

    def other(self, question: Question) -> None:
        self.out.add(f'<input class="other" type="text" name="{question.other_code}" aria-label="')
        self.out.add(escape(_("Which one?"))).add(f'" maxlength="{most_letters(question)}" value="')
        self.out.hole("value", question.other_code).add('">')

    def rating(self, question: Question) -> None:
        low, high = (int(bound or 0) for bound in bounds(question))
        step = int(question.step or 1)
        ends = {low: question.low_label, high: question.high_label}
        self.out.add('<div class="choices rating">')
        for number in range(low, high + 1, step):
            end = self.texts.line(ends.get(number, ""))
            label = f"{number} <small>{end}</small>" if end else str(number)
            self.choice(question, str(number), label, is_first=number == low)
        self.out.add("</div>")
        if offers_silence(question, ()):
            self.out.add('<div class="choices apart">')
            self.choice(question, NOT_SAID, escape(silence()))
            self.out.add("</div>")

    def consent(self, question: Question) -> None:
        self.out.add('<div class="choices">')
        self.choice(question, "yes", escape(_("I agree")), is_first=True)
        self.choice(question, "no", escape(_("I do not agree")))
        self.out.add("</div>")

    def file(self, question: Question) -> None:
        write_file(question, self.out)
        self.silence_beside(question)

    def typed(self, question: Question) -> None:
        kind, keyboard = TYPED.get(question.type, ("text", ""))
        described = self.described(question)
        mode = f' inputmode="{keyboard}"' if keyboard else ""
        most = f' maxlength="{most_letters(question)}"' if question.type == QuestionType.TEXT else ""
        auto = ' autocomplete="off"'
        self.out.add(f'<input type="{kind}" id="{question.code}" name="{question.code}"{mode}{most}{auto}{described}')
        self.out.hole("invalid", question.code).add(' value="').hole("value", question.code).add('">')
        self.silence_beside(question)

    def long_text(self, question: Question) -> None:
        most = most_letters(question)
        self.out.add(f'<textarea id="{question.code}" name="{question.code}" rows="5" maxlength="{most}"')
        self.out.add(self.described(question)).hole("invalid", question.code).add(">")
        self.out.hole("value", question.code).add("</textarea>")
        self.silence_beside(question)

    def ranking(self, question: Question) -> None:
        """A place beside each choice: it works by keyboard and without dragging."""
        choices = self.definition.choices_of(question)
        self.out.add('<div class="ranking">')
        for place, choice in enumerate(choices):
            field = f"{question.code}__{choice.code}"
            own_id = question.code if place == 0 else field
            self.out.add(f'<label for="{own_id}">{self.texts.line(choice.text)}</label>')
            self.out.add(f'<select id="{own_id}" name="{field}"><option value="">–</option>')
            for number in range(1, len(choices) + 1):
                self.out.add(f'<option value="{number}"').hole("selected", field, str(number))
                self.out.add(f">{number}</option>")
            self.out.add("</select>")
        self.out.add("</div>")

    def silence_beside(self, question: Question) -> None:
        if offers_silence(question, ()):
            name = f"{question.code}__missing"
            self.out.add(f'<label class="choice apart"><input type="checkbox" name="{name}" value="{NOT_SAID}"')
            self.out.hole("checked", name, NOT_SAID).add(f"> <span>{escape(silence())}</span></label>")

    @staticmethod
    def described(question: Question) -> str:
        ids = [f"{question.code}-help"] if question.help else []
        return f' aria-describedby="{" ".join([*ids, f"{question.code}-error"])}"'


def silence() -> str:
    return _("I prefer not to answer")


def offers_silence(question: Question, choices: Sequence[Choice]) -> bool:
    """Personal questions always offer not to answer; where the list has such a choice, that one does."""
    has_own = any(choice.missing == Missing.PREFER_NOT_TO_SAY for choice in choices)
    return question.personal and question.required != Required.HARD and not has_own
