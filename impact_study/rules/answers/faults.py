"""What is wrong with one answer: each kind of fault has its own code and its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.problems import Problem


@dataclass(frozen=True)
class Fault:
    code: str
    message: str

    def at(self, field: str) -> Problem:
        return Problem(self.code, self.message, field=field)


def wrong_type() -> Fault:
    return Fault("wrong_type", _("This answer does not have the form the question asks for."))


def not_a_number() -> Fault:
    return Fault("wrong_type", _("Write a number, for example 12 or 3.5."))


def not_whole() -> Fault:
    return Fault("not_whole", _("Write a whole number, without decimals."))


def not_a_day() -> Fault:
    return Fault("wrong_type", _("Write a date with day, month and year, for example 5.2.2019."))


def not_a_month() -> Fault:
    return Fault("wrong_type", _("Write a month and a year, for example 2/2019."))


def not_a_time() -> Fault:
    return Fault("wrong_type", _("Write a time of the day, for example 8:30."))


def too_small(low: object) -> Fault:
    return Fault("out_of_range", _("The answer must be %(low)s or more.") % {"low": low})


def too_large(high: object) -> Fault:
    return Fault("out_of_range", _("The answer must be %(high)s or less.") % {"high": high})


def off_step(step: object) -> Fault:
    return Fault("off_step", _("Write the number in steps of %(step)s.") % {"step": step})


def unknown_choice(codes: Sequence[str]) -> Fault:
    shown = ", ".join(code[:40] for code in codes[:3])
    return Fault("unknown_choice", _("“%(choice)s” is not one of the choices.") % {"choice": shown})


def several_choices() -> Fault:
    return Fault("several_choices", _("Choose only one answer."))


def exclusive_choice() -> Fault:
    return Fault(
        "exclusive_choice", _("One of the chosen answers cannot go together with others. Keep it alone, or untick it.")
    )


def ranked_twice() -> Fault:
    return Fault("ranked_twice", _("Give each place in the order only once."))


def too_long(length: int, most: int) -> Fault:
    return Fault(
        "too_long",
        ngettext(
            "The text may have %(most)d character; it has %(length)d.",
            "The text may have %(most)d characters; it has %(length)d.",
            most,
        )
        % {"most": most, "length": length},
    )


def too_many_files(most: int) -> Fault:
    return Fault(
        "too_many_files",
        ngettext("Only %(most)d file can be sent here.", "At most %(most)d files can be sent here.", most)
        % {"most": most},
    )


def fewer_files(*, kept: int, chosen: int) -> str:
    if kept:
        words = _("You chose %(chosen)d, and %(kept)d are here already. Choose fewer, or take one away first.")
    else:
        words = _("You chose %(chosen)d. Choose again.")
    return words % {"chosen": chosen, "kept": kept}


def file_gone() -> Fault:
    return Fault("file_gone", _("The file that you sent here is no longer kept. Send it again, or go on without it."))


def constraint_broken(message: str) -> Fault:
    return Fault("constraint", message or _("This answer does not fit the question."))


def required() -> Fault:
    return Fault("required", _("This question must be answered before you can go on."))


def soft_required(field: str) -> Problem:
    return Problem(
        "soft_required",
        _("This question has no answer yet."),
        field=field,
        remedy=_("Answer it, or go on without an answer."),
        warning=True,
    )


def now_shown(field: str) -> Problem:
    return Problem("now_shown", _("Your answers above brought this question."), field=field, warning=True)


def hidden_dropped(field: str) -> Problem:
    return Problem(
        "hidden_dropped",
        _("This answer was left out: with your other answers, the question is not asked."),
        field=field,
        warning=True,
    )


def unknown_question(field: str) -> Problem:
    return Problem(
        "unknown_question",
        _("There is no question “%(code)s” here; its answer was left out.") % {"code": field[:40]},
        field=field[:80],
        warning=True,
    )
