"""An event's own questions to who registers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from core.requests import SignedInRequest
from dissemination.forms.questions import QuestionForms, initial_questions, typed_questions
from dissemination.models import Event
from dissemination.services.forms import set_questions
from dissemination.views.events import event_tabs, event_trail
from network.guards import in_project


@in_project("dissemination.change_event", Event)
def questions(request: SignedInRequest, event: Event) -> HttpResponse:
    """Kept as a new version: answers that were given stay with the questions they were given to."""
    languages = event.project.languages or ["en"]
    asked = event.form.questions if event.form else []
    filled = QuestionForms(
        request.POST or None, initial=initial_questions(asked, languages), form_kwargs={"languages": languages}
    )
    problems: list[Problem] = []
    if request.method == "POST" and filled.is_valid():
        try:
            set_questions(event=event, questions=typed_questions(filled), by=request.user)
        except ProblemsFound as found:
            problems = list(found.problems)
        else:
            messages.success(request, _("The questions are kept."))
            return redirect("dissemination:questions", event.project.code, event.pk)
    context = {
        "event": event,
        "forms": filled,
        "tabs": event_tabs(request, event, "questions"),
        "problems": [{"message": _told(problem)} for problem in problems],
        "trail": event_trail(event, (_("Own questions"), "")),
    }
    return render(request, "dissemination/questions.html", context, status=422 if problems else 200)


def _told(problem: Problem) -> str:
    if problem.row is None:
        return str(problem.message)
    return _("Question %(number)d: %(message)s") % {"number": problem.row, "message": problem.message}
