"""The versions of an event's own questions."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from core import audit
from core.problems import stop_on
from dissemination.models import Event, RegistrationForm
from dissemination.rules.questions import Question, definition_problems


@transaction.atomic
def set_questions(*, event: Event, questions: Sequence[Question], by: User) -> RegistrationForm:
    """Keep the questions as a new version; answers already given stay with the one they were given to."""
    stop_on(definition_problems(questions))
    event = Event.objects.select_for_update().get(pk=event.pk)
    if event.form is not None and event.form.questions == list(questions):
        return event.form
    last = event.forms.aggregate(last=Max("version"))["last"] or 0
    form = RegistrationForm.objects.create(event=event, version=last + 1, questions=list(questions), made_by=by)
    event.form = form
    event.save(update_fields=["form", "changed_at"])
    audit.record("dissemination.form.changed", target=event, by=by, version=form.version)
    return form
