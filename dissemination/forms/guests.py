"""The registration form as plain fields: drawn and read without a Django form, because many people open it at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.labels import in_language
from core.problems import Problem
from dissemination.enums import QuestionKind
from dissemination.models import Event
from dissemination.rules.questions import PREFIX, Question
from network.countries import choices as country_choices
from network.enums import Mode
from network.models import Category, Partner

WIDGETS = {
    QuestionKind.TEXT: "text",
    QuestionKind.LONG_TEXT: "textarea",
    QuestionKind.CHOICE: "radio",
    QuestionKind.CHOICES: "checkboxes",
    QuestionKind.YES_NO: "checkbox",
}


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question of the page with what was answered and what is wrong with it."""

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    chosen: Sequence[str] = ()
    required: bool = False
    autocomplete: str = ""
    help: str = ""
    options: Sequence[tuple[str, str]] = ()
    errors: Sequence[str] = ()
    longest: int = 300

    @property
    def first_id(self) -> str:
        return f"id_{self.name}_0" if self.kind in ("radio", "checkboxes") else f"id_{self.name}"

    @property
    def described_by(self) -> str:
        parts = [f"id_{self.name}_{what}" for what, told in (("help", self.help), ("error", self.errors)) if told]
        return " ".join(parts)

    @property
    def state(self) -> SafeString:
        """Attributes of its input: whether it is needed, what describes it, whether it is wrong."""
        described = format_html(' aria-describedby="{}"', self.described_by) if self.described_by else ""
        needed, wrong = " required" if self.required else "", ' aria-invalid="true"' if self.errors else ""
        return format_html("{}{}{}", SafeString(needed), described, SafeString(wrong))

    def country_options(self) -> SafeString:
        return drawn_countries((get_language() or "en")[:2], self.value)

    def drawn_options(self) -> Iterable[tuple[str, str, bool, int]]:
        chosen = self.chosen or (self.value,)
        return [(key, label, key in chosen, number) for number, (key, label) in enumerate(self.options)]


@dataclass(frozen=True)
class GuestSheet:
    """The page's fields: those of everybody, the event's own questions, and the needs that are deleted soon."""

    main: Sequence[Field]
    needs: Sequence[Field]
    problems: Sequence[Problem] = field(default_factory=tuple)

    @property
    def errors(self) -> list[dict[str, str]]:
        """For the summary above the form; each leads to its field."""
        places = {each.name: each.first_id for each in (*self.main, *self.needs)}
        return [
            {"message": str(problem.message), "url": f"#{places[problem.field]}" if problem.field in places else ""}
            for problem in self.problems
        ]

    @property
    def needs_in_use(self) -> bool:
        return any(each.value or each.errors for each in self.needs)


def guest_sheet(
    *, event: Event, categories: Sequence[Category], partners: Sequence[Partner] = (),
    posted: Mapping[str, Any] | None = None,
    answers: Mapping[str, Sequence[str]] | None = None, problems: Sequence[Problem] = (),
) -> GuestSheet:  # fmt: skip
    """The fields of an event's form, filled with what was sent, or with nothing yet."""
    given = posted or {}
    wrong: dict[str, list[str]] = {}
    for problem in problems:
        wrong.setdefault(problem.field, []).append(str(problem.message))
    draw = _drawer(given, wrong)
    main = [
        draw("name", _("Name"), required=True, autocomplete="name"),
        draw("email", _("E-mail"), kind="email", required=True, autocomplete="email", longest=254),
        draw("organisation_name", _("Organisation"), required=True, autocomplete="organization"),
        draw("country", _("Country of the organisation"), kind="country", required=True, value=event.country),
        draw("function", _("Function"), autocomplete="organization-title", longest=200),
    ]
    if categories:
        choices = [("", _("Something else")), *((str(each.pk), str(each)) for each in categories)]
        main.append(draw("category", _("You come as"), kind="select", options=choices))
    if partners:
        choices = [("", _("Nobody of the list")), *((str(each.pk), str(each)) for each in partners)]
        main.append(draw("invited_by", _("Who invited you?"), kind="select", options=choices))
    if len(event.modes) > 1:
        full = {seats.mode for seats in event.seats.all() if seats.is_full}
        waits = _("%(way)s – all seats taken, waiting list")
        words = {mode: str(Mode(mode).label) for mode in event.modes}
        options = [(mode, waits % {"way": words[mode]} if mode in full else words[mode]) for mode in event.modes]
        main.append(
            draw(
                "mode", _("How will you take part?"), kind="radio", options=options, required=True, value=options[0][0]
            )
        )
    main += [_own_question(question, answers or {}, wrong) for question in (event.form.questions if event.form else ())]
    needs = [draw("access_needs", _("What do you need to take part?"), kind="textarea", longest=500)]
    if event.mode != Mode.VIRTUAL:
        needs.append(draw("diet_needs", _("Dietary needs"), longest=500))
        needs.append(draw("photo_consent", _("Photos of the event that show me may be published"), kind="checkbox"))
    return GuestSheet(main, needs, tuple(problems))


def _drawer(given: Mapping[str, Any], wrong: Mapping[str, list[str]]) -> Any:
    def draw(name: str, label: str, *, value: str = "", **facts: Any) -> Field:
        told = given.get(name, value if not given else "")
        text = "on" if told is True else "" if told in (None, False) else str(told)
        return Field(name=name, label=label, value=text, errors=wrong.get(name, ()), **facts)

    return draw


def _own_question(question: Question, answers: Mapping[str, Sequence[str]], wrong: Mapping[str, list[str]]) -> Field:
    name = PREFIX + question["key"]
    given = list(answers.get(name, ()))
    return Field(
        name=name, label=in_language(question["label"]), kind=WIDGETS[QuestionKind(question["kind"])],
        value=given[0] if given else "", chosen=given, required=bool(question.get("required")),
        options=[(option["key"], in_language(option["label"])) for option in question.get("options", ())],
        errors=wrong.get(name, ()), longest=3000 if question["kind"] == QuestionKind.LONG_TEXT else 300,
    )  # fmt: skip


@lru_cache(maxsize=200)
def drawn_countries(language: str, chosen: str) -> SafeString:
    """The options of the country field: two hundred and fifty lines that differ by language and choice only."""
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((code, SafeString(" selected") if code == chosen else "", name) for code, name in country_choices(language)),
    )
    return format_html('<option value=""></option>{}', options)


def answers_as_posted(answers: Mapping[str, Any]) -> dict[str, list[str]]:
    """Kept answers as the form would send them."""
    found = {}
    for key, answer in answers.items():
        values = answer if isinstance(answer, list) else [answer]
        found[PREFIX + key] = ["yes" if value is True else "" if value is False else str(value) for value in values]
    return found
