"""Findings and questions of an import in words: stored as codes, so that everybody reads them in their language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.problems import Problem

FINDINGS = {
    "no_name": gettext_lazy("There is no name."),
    "name_odd": gettext_lazy("“%(value)s” does not look like a name. Is it in the right column?"),
    "no_learner": gettext_lazy("There is neither a roster code nor a name of the learner."),
    "no_host": gettext_lazy("There is no host enterprise."),
    "host_unknown": gettext_lazy("The host enterprise “%(value)s” is not known and is not to be added."),
    "no_starts_on": gettext_lazy("There is no first day."),
    "no_ends_on": gettext_lazy("There is no last day."),
    "ends_before_start": gettext_lazy("It ends before it starts: %(value)s."),
    "several_people": gettext_lazy("Several people in one cell: %(value)s. Give each a row."),
    "date_unreadable": gettext_lazy("“%(value)s” is not a date."),
    "in_future": gettext_lazy("The date %(value)s is still to come."),
    "outside_project": gettext_lazy("The date %(value)s lies outside the project."),
    "not_present": gettext_lazy("The partner was not in the partnership on %(value)s."),
    "number_unreadable": gettext_lazy("“%(value)s” is not a number and is left out."),
    "hours_impossible": gettext_lazy("“%(value)s” cannot be a number of hours."),
    "email_invalid": gettext_lazy("“%(value)s” is not an e-mail address and is left out."),
    "phone_unreadable": gettext_lazy("“%(value)s” is not a phone number and is left out."),
    "no_organisation": gettext_lazy("No organisation: stored and counted, but to be completed."),
    "no_company": gettext_lazy("No organisation that could be counted in the category."),
    "unsigned": gettext_lazy("Not signed: stored, but without evidence."),
    "code_was_number": gettext_lazy("“%(value)s” was stored as a number: zeros in front may be lost."),
    "oid_invalid": gettext_lazy("“%(value)s” is not an organisation ID (E and 8 digits) and is left out."),
    "pic_invalid": gettext_lazy("“%(value)s” is not a PIC (9 digits) and is left out."),
    "size_unreadable": gettext_lazy("“%(value)s” is not a size and is left out."),
    "yes_or_no_unclear": gettext_lazy("“%(value)s” is neither yes nor no and is left open."),
    "shared_mailbox": gettext_lazy("The same e-mail address belongs to somebody of another name: taken as two people."),
    "dates_may_be_swapped": gettext_lazy("Day and month may have been exchanged by the program that saved the file."),
}
QUESTIONS = {
    "sheet": gettext_lazy("Several tabs hold a list. Which is to be imported?"),
    "header": gettext_lazy("In which row are the headings? No heading we know was found."),
    "occasion": gettext_lazy("What did these people take part in?"),
    "held_on": gettext_lazy("On which day? The sheet does not say."),
    "dates": gettext_lazy("Dates such as %(value)s: does the day or the month come first?"),
    "numbers": gettext_lazy("Numbers such as %(value)s: does the sign mean decimals or thousands?"),
    "country": gettext_lazy("Which country is “%(value)s”?"),
    "signed": gettext_lazy("Does “%(value)s” mean that the row is signed?"),
    "function": gettext_lazy("To which category does “%(value)s” belong?"),
    "organisation": gettext_lazy("Is “%(value)s” an organisation that we know?"),
    "organisations": gettext_lazy("Some organisations are not known yet: %(value)s. What is to be done?"),
    "contacts": gettext_lazy("Are the contact persons to be added as people: %(value)s?"),
    "match": gettext_lazy("Is “%(value)s” somebody we know?"),
}
CHOICES = {
    "*": gettext_lazy("All tabs with the same headings"),
    "dmy": gettext_lazy("The day first (31/12/2024)"),
    "mdy": gettext_lazy("The month first (12/31/2024)"),
    ",": gettext_lazy("The comma stands before decimals, the point between thousands"),
    ".": gettext_lazy("The point stands before decimals, the comma between thousands"),
    "yes": gettext_lazy("Yes"),
    "no": gettext_lazy("No"),
    "create": gettext_lazy("Add them, the country to be completed"),
    "create_here": gettext_lazy("Add them in the partner's country"),
    "leave": gettext_lazy("Leave them out"),
    "new": gettext_lazy("A new one"),
    "none": gettext_lazy("None of these"),
    "skip": gettext_lazy("Leave this row out"),
    "same": gettext_lazy("The same in every row where name and e-mail or organisation agree"),
}
REASONS = {
    "same_row": gettext_lazy("the same row was imported before"),
    "code": gettext_lazy("same code"),
    "verified_email": gettext_lazy("same name and verified e-mail"),
    "email_and_name": gettext_lazy("same name and e-mail"),
    "number": gettext_lazy("same VAT number"),
    "name_and_organisation": gettext_lazy("same name and organisation"),
    "name": gettext_lazy("same name"),
    "spelling": gettext_lazy("the same name spelled otherwise"),
    "alike": gettext_lazy("similar name"),
}


def finding_problem(stored: Mapping[str, Any], *, row: int | None = None) -> Problem:
    """A stored finding as a Problem in the reader's language."""
    words = FINDINGS.get(stored["code"])
    message = str(words) % {"value": stored["value"]} if words else stored["code"]
    return Problem(stored["code"], message, field=stored["column"], row=row, warning=stored["warning"])


def question_text(question: Mapping[str, Any]) -> str:
    if question["kind"] == "function" and not question["value"]:
        return _("To which category do rows without a function belong?")
    return str(QUESTIONS[question["kind"]]) % {"value": question["value"]}


def choice_text(choice: str, words: Mapping[str, Any]) -> str:
    """A choice as people read it; `words` has those that are no plain ones."""
    if choice.startswith("as:"):
        return _("The same as “%(name)s”") % {"name": choice.removeprefix("as:")}
    return str(words.get(choice, choice))


def reason_text(why: str) -> str:
    return str(REASONS.get(why, why))
