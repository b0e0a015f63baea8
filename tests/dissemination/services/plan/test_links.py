from datetime import UTC, datetime

import pytest
import time_machine

from dissemination.enums import LinkState
from dissemination.models import ActivityLink
from dissemination.services.plan.links import check_links
from dissemination.services.plan.probing import Answer, probe
from tests.factories.plan import ActivityFactory


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/there", Answer(is_alive=True, words="200")),
        ("/moved", Answer(is_alive=True, words="200")),
        ("/educación?a=ñ", Answer(is_alive=True, words="200")),
        ("/refused", Answer(is_alive=True, words="403")),
        ("/gone", Answer(is_alive=False, words="404")),
        ("/loop", Answer(is_alive=False, words="redirects")),
    ],
)
def test_a_link_is_alive_when_its_server_answers_for_it(site, path, answer):
    assert probe(site + path, allow_private=True) == answer


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/", "file:///etc/passwd"])
def test_machines_of_the_own_network_are_never_asked(url):
    assert probe(url) == Answer(is_alive=False, words="ValueError")


@pytest.mark.django_db
def test_a_link_is_dead_after_the_second_failure_and_alive_again_with_an_answer(site):
    activity = ActivityFactory()
    gone = ActivityLink.objects.create(activity=activity, url=f"{site}/gone")
    there = ActivityLink.objects.create(activity=activity, url=f"{site}/there")
    seen = []
    for day in (1, 2, 2):
        with time_machine.travel(datetime(2018, 2, day, 4, tzinfo=UTC), tick=False):
            asked, dead = check_links(allow_private=True)
            seen.append((asked, dead))

    gone.refresh_from_db()
    there.refresh_from_db()
    assert seen == [(2, 0), (1, 1), (0, 0)]
    assert (gone.state, gone.answer, there.state) == (LinkState.DEAD, "404", LinkState.ALIVE)
