from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.template import Context, Template
from django.test import RequestFactory

from core.idempotency import KeyRefused, answer_once, once
from core.models import AuditEntry, KeptAnswer
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def post(user, body, **headers):
    request = RequestFactory().post("/en/things/", body, headers=headers)
    request.user = user
    return request


@once
def make_thing(request):
    if not request.POST.get("name"):
        return HttpResponse("Name it.", status=200)
    line = AuditEntry.objects.create(action=request.POST["name"])
    return HttpResponseRedirect(f"/en/things/{line.pk}/")


def test_repeated_form_has_one_effect_and_one_answer():
    user = UserFactory()
    form = {"idempotency_key": "k1", "name": "thing", "csrfmiddlewaretoken": "one"}

    first, second = make_thing(post(user, form)), make_thing(post(user, {**form, "csrfmiddlewaretoken": "two"}))

    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert AuditEntry.objects.count() == 1


def test_same_key_with_another_body_is_refused():
    user = UserFactory()
    make_thing(post(user, {"idempotency_key": "k1", "name": "thing"}))
    assert make_thing(post(user, {"idempotency_key": "k1", "name": "other"})).status_code == 422
    assert AuditEntry.objects.count() == 1


def test_form_that_was_not_accepted_may_be_mended_under_its_key():
    user = UserFactory()
    assert make_thing(post(user, {"idempotency_key": "k1"})).status_code == 200
    assert make_thing(post(user, {"idempotency_key": "k1", "name": "thing"})).status_code == 302


def test_key_is_ones_own_and_nothing_is_kept_without_one():
    form = {"idempotency_key": "k1", "name": "thing"}
    answers = [make_thing(post(UserFactory(), form)), make_thing(post(UserFactory(), form))]
    assert answers[0]["Location"] != answers[1]["Location"]
    make_thing(post(UserFactory(), {"name": "thing"}))
    assert KeptAnswer.objects.count() == 2


def test_failed_effect_leaves_no_answer():
    def fail():
        AuditEntry.objects.create(action="half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        answer_once(post(UserFactory(), {}), key="k", route="r", make=fail, accepted=range(200, 300))
    assert (KeptAnswer.objects.count(), AuditEntry.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_request_that_is_still_running_is_told():
    user = UserFactory()
    inside, told = Barrier(2), Barrier(2)

    def slow():
        inside.wait(20)
        told.wait(20)
        return HttpResponse("done")

    def first():
        answer_once(post(user, {}), key="k", route="r", make=slow, accepted=range(200, 300))
        connection.close()

    thread = Thread(target=first)
    thread.start()
    inside.wait(20)
    with pytest.raises(KeyRefused) as refused:
        answer_once(post(user, {}), key="k", route="r", make=slow, accepted=range(200, 300))
    told.wait(20)
    thread.join(20)

    assert refused.value.status == 409
    assert KeptAnswer.objects.count() == 1


def test_forms_carry_a_key_of_their_own():
    draw = Template("{% load house %}{% idempotency_key %}").render
    first, second = draw(Context()), draw(Context())
    assert first.startswith('<input type="hidden" name="idempotency_key" value="')
    assert first != second
