"""What was typed into a registration form, read against the event it is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.http import QueryDict

from core.problems import Problem
from dissemination.models import Event
from dissemination.rules.guests import Guest, read_guest
from dissemination.rules.questions import read_answers
from dissemination.services.categories import inviting_partners
from network.countries import names
from network.models import Category


def read_registration(
    posted: QueryDict, *, event: Event, categories: Sequence[Category], language: str, needs_email: bool = True
) -> tuple[Guest, list[Problem]]:
    """The guest with the answers to the event's own questions, and all that is wrong at once.

    Whom the organiser enters may be without an address.
    """
    guest, problems = read_guest(
        {name: str(value) for name, value in posted.items()}, language=language, modes=event.modes,
        countries=names(language), categories={category.pk for category in categories},
        partners={partner.pk for partner in inviting_partners(event)} if posted.get("invited_by") else (),
    )  # fmt: skip
    answers, more = read_answers(event.form.questions if event.form else (), posted.getlist)
    found = [each for each in problems if needs_email or (each.code, each.field) != ("missing", "email")]
    return replace(guest, answers=answers), found + more
