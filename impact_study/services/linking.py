"""Who of one wave is who of another, without knowing who anybody is: each way of linking gives a pseudonym."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from impact_study.models import Participant, Study
from impact_study.rules.codes import is_right, keyed, plain_code, pseudonym
from impact_study.rules.doors import wrong_code
from impact_study.rules.self_codes import ELEMENTS, self_code


def by_code(study: Study, typed: str) -> str:
    """Raises ProblemsFound for what is no code of this study."""
    if not is_right(typed, study.secret):
        raise ProblemsFound([wrong_code()])
    return pseudonym(study.secret, "code", plain_code(typed))


def by_account(study: Study, account: int) -> str:
    return pseudonym(study.secret, "account", str(account))


def by_self_code(study: Study, given: Mapping[str, str]) -> str:
    """Raises ProblemsFound with every element that was left open."""
    open_ones = [name for name in ELEMENTS if not self_code([given.get(name, "")], study.secret)]
    if open_ones:
        message = _("Please answer this; it only makes your code, and is not stored.")
        raise ProblemsFound([Problem("self_code_open", message, field=name) for name in open_ones])
    return self_code([given[name] for name in ELEMENTS], study.secret)


def participant_of(study: Study, name: str) -> Participant:
    """The row of a pseudonym, made without asking first: its id follows from the pseudonym and the secret."""
    key = UUID(bytes=keyed(study.secret, "participant", name)[:16])
    participant = Participant(id=key, study=study, pseudonym=name)
    Participant.objects.bulk_create([participant], ignore_conflicts=True)
    return participant
