"""The limit of a survey in Python: a page rendered beforehand, plain validation, one INSERT. And a bare Django form.

Fair, because neither knows a language, a draft, a counter, a code or a closing time; no middleware stands before them.
"""

from __future__ import annotations

import json
import secrets
from datetime import date

from django import forms
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

CHOICES = ("1", "2", "3", "4", "5")
KNOWN = frozenset(CHOICES)
TABLE = "CREATE TABLE IF NOT EXISTS bench_answer (id varchar(32) PRIMARY KEY, day date, answers text)"
INSERT = "INSERT INTO bench_answer VALUES (%s, %s, %s)"
FORM_PAGE = Engine().from_string("<!DOCTYPE html><html><title>Survey</title><form method=post>{{ form }}</form></html>")


def rendered(number: int) -> str:
    fields = "".join(
        f"<fieldset><legend>Question {place}</legend>"
        + "".join(f'<label><input type="radio" name="q{place}" value="{c}"> Choice {c}</label>' for c in CHOICES)
        + "</fieldset>"
        for place in range(number)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><title>Survey</title><form method="post">{fields}<button>Send</button></form>'
    )


PAGES = {number: rendered(number) for number in (5, 20, 60, 200)}


def store(answers: dict[str, str]) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [secrets.token_hex(16), date.today(), json.dumps(answers)])
    return HttpResponse("Thank you")


def plain(request: HttpRequest, number: int) -> HttpResponse:
    if request.method != "POST":
        return HttpResponse(PAGES[number])
    answers = {}
    for place in range(number):
        value = request.POST.get(f"q{place}", "")
        if value not in KNOWN:
            return HttpResponse(PAGES[number], status=422)
        answers[f"q{place}"] = value
    return store(answers)


def form_of(number: int) -> type[forms.Form]:
    fields = {
        f"q{place}": forms.ChoiceField(
            label=f"Question {place}", choices=[(c, f"Choice {c}") for c in CHOICES], widget=forms.RadioSelect
        )
        for place in range(number)
    }
    return type("SurveyForm", (forms.Form,), fields)


FORMS = {number: form_of(number) for number in PAGES}


def with_form(request: HttpRequest, number: int) -> HttpResponse:
    form = FORMS[number](request.POST or None)
    if request.method == "POST" and form.is_valid():
        return store(form.cleaned_data)
    return HttpResponse(FORM_PAGE.render(Context({"form": form})))


urlpatterns = [path("plain/<int:number>/", plain), path("form/<int:number>/", with_form)]
