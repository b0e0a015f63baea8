import pytest
from django.contrib.auth.models import AnonymousUser

from core import navigation
from core.navigation import Entry, links, projects, register, register_switch


@pytest.fixture(autouse=True)
def no_links(monkeypatch):
    monkeypatch.setattr(navigation, "_entries", [])
    monkeypatch.setattr(navigation, "_switch", [])


@pytest.fixture
def request_of_guest(rf):
    request = rf.get("/en/accounts/email/")
    request.user = AnonymousUser()
    return request


def test_links_stand_in_their_order_and_mark_the_page_one_is_on(request_of_guest):
    register(Entry(place="account", label="Second factor", url_name="mfa_index", order=20))
    register(Entry(place="account", label="E-mail", url_name="account_email", order=10))
    register(Entry(place="footer", label="Sign in", url_name="account_login"))
    found = [(link["label"], link["current"]) for link in links(request_of_guest, "account")]
    assert found == [("E-mail", True), ("Second factor", False)]


def test_bar_and_more_mark_one_entry_between_them_by_its_own_address_or_one_that_belongs_to_it(request_of_guest):
    register(Entry(place="workspace", label="Account", url_name="account_login", also=("../",)))
    register(Entry(place="more", label="Second factor", url_name="mfa_index", also=("../email/",)))
    current = [
        link["label"] for place in ("workspace", "more") for link in links(request_of_guest, place) if link["current"]
    ]
    assert current == ["Second factor"]


def test_links_leave_out_what_the_reader_may_not_see_and_what_needs_a_project(request_of_guest):
    register(Entry(place="account", label="Guide", url_name="core:style_guide", permission="core.view_style_guide"))
    register(Entry(place="account", label="People", url_name="account_email", per_project=True))
    assert links(request_of_guest, "account") == []


def test_projects_come_from_the_registered_switch(request_of_guest):
    register_switch(lambda request: [{"url": request.path, "name": "One", "current": True}])
    assert projects(request_of_guest) == [{"url": "/en/accounts/email/", "name": "One", "current": True}]


def test_permission_that_several_links_need_is_asked_once(request_of_guest):
    asked = []

    class Asker(AnonymousUser):
        def has_perm(self, permission, thing=None):
            asked.append(permission)
            return True

    request_of_guest.user = Asker()
    for name in ("account_email", "mfa_index", "account_login"):
        register(Entry(place="account", label=name, url_name=name, permission="core.view_style_guide"))

    assert (len(links(request_of_guest, "account")), asked) == (3, ["core.view_style_guide"])
