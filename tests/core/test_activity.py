from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import ngettext_lazy

from core import activity, audit
from core.activity import Deed, deeds, tell
from core.models import AuditEntry
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def planed(monkeypatch):
    monkeypatch.setattr(activity, "_phrases", {})
    tell({"tests.planed": ngettext_lazy("planed %(count)d board", "planed %(count)d boards", "count")})


def done(action, *, by, project=1, days_ago=0):
    audit.record(action, target=None, by=by, project=project)
    last = AuditEntry.objects.latest("pk")
    AuditEntry.objects.filter(pk=last.pk).update(at=timezone.now() - timedelta(days=days_ago))


def told(**kwargs):
    since = timezone.now() - timedelta(days=7)
    return [(deed.by, deed.text, deed.project) for deed in deeds(since=since, **kwargs)]


def test_the_same_deed_of_one_person_is_told_once_with_its_number():
    ana = UserFactory(name="Ana")
    done("tests.planed", by=ana, days_ago=2)
    done("tests.planed", by=ana, days_ago=1)
    done("tests.planed", by=ana, project=2)
    assert told(projects=[1, 2], not_by=UserFactory()) == [("Ana", "planed 1 board", 2), ("Ana", "planed 2 boards", 1)]


def test_nothing_is_told_of_other_projects_old_days_oneself_and_secret_actions():
    me, ana = UserFactory(), UserFactory()
    done("tests.planed", by=ana, project=3)
    done("tests.planed", by=ana, days_ago=8)
    done("tests.planed", by=me)
    done("tests.names_opened", by=ana)
    assert told(projects=[1], not_by=me) == []


def test_deeds_of_nobody_known_are_told_all_the_same():
    done("tests.planed", by=None)
    assert isinstance(deeds(projects=[1], since=timezone.now() - timedelta(1), not_by=UserFactory())[0], Deed)
    assert told(projects=[1], not_by=UserFactory()) == [("Somebody", "planed 1 board", 1)]
