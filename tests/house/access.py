"""What each kind of account is answered at every address, as rows of one table."""

import logging
import re
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from network.models import Project
from tests.factories import UserFactory
from tests.house.addresses import addresses
from tests.house.places import ACTORS, NoExampleError, Place, actors, three_places

TABLE = Path(__file__).parent / "access.txt"
PLACES = ("-", "own", "beside", "else", "mixed")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
SILENT = [{"BACKEND": "tests.house.silence.Silence", "DIRS": [], "APP_DIRS": False}]
# The pages of the admin are alike for each of its models; merges it only shows.
OF_A_MODEL = re.compile(r"^admin:(?!network_merge_)\w+_\w+_(changelist|add|history|delete|change)$")


class Mixed(Place):
    """A thing of another project under the address of the own one."""

    def __init__(self, own, other):
        super().__init__(other.partner)
        self.known, self.own = other.known, own

    def values(self, params, about):
        return {**super().values(params, about), "code": self.own.partner.project.code}


def table_name(address):
    return OF_A_MODEL.sub(r"admin:(each)_\1", address.name)


def methods(address):
    """Those a view of the API offers; pages are asked for and sent to."""
    api = getattr(address.view, "cls", None)
    if api is not None:
        offered = getattr(address.view, "actions", None) or {m: m for m in api.http_method_names if hasattr(api, m)}
        return [method.upper() for method in offered if method not in ("head", "options")]
    return ["GET"] if address.name.startswith("admin:") else ["GET", "POST"]


def about(address):
    """The noun that an address names, with the field it names it by."""
    api = getattr(address.view, "cls", None)
    if api is None:
        return getattr(address.view, "about", (None, "pk"))
    by = getattr(api, "lookup_url_kwarg", None) or getattr(api, "lookup_field", "pk")
    queryset = getattr(api, "queryset", None)
    serializer = getattr(api, "serializer_class", None)
    return getattr(api, "about", None) or (
        queryset.model if queryset is not None else getattr(getattr(serializer, "Meta", None), "model", None)
    ), by


def visits(address, places):
    """The place and path of each visit an address is worth."""
    params = PARAMETER.findall(address.route)
    subject = about(address)
    if not address.is_ours or not params or "token" in params:
        chosen = {"-": places["own"]}
    elif subject[0] in (None, Project) and "partner" not in params:
        chosen = {"own": places["own"], "else": places["else"]}
    else:
        chosen = dict(places)
        if "code" in params and ("partner" in params or subject[1] in params):
            chosen["mixed"] = Mixed(places["own"], places["else"])
    for place, there in chosen.items():
        yield place, reverse(address.name, kwargs=there.values(params, subject))


def word(response):
    """The answer as the table writes it; `ok` is every answer of a view that let the visitor in."""
    if response.status_code == 401 or (response.status_code == 302 and "/login/" in response.url.partition("?")[0]):
        return "login"
    if response.status_code >= 500:
        return str(response.status_code)
    return str(response.status_code) if response.status_code in (403, 404, 405) else "ok"


def visit(client, cookies, method, path):
    """The answer, with everything it did undone."""
    client.cookies = SimpleCookie(cookies)
    with transaction.atomic():
        response = client.generic(method, path, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    return word(response)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


@contextmanager
def quiet():
    logging.disable(logging.CRITICAL)
    try:
        with override_settings(TEMPLATES=SILENT, SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies"):
            yield
    finally:
        logging.disable(logging.NOTSET)


def plan(places):
    """Every visit: name in the table, method, place, path, and whether it is the admin's."""
    found, unknown = [], set()
    for address in addresses():
        # Twins of the API for other formats, and what Django's admin leaves without a name.
        if "format" in "".join(PARAMETER.findall(address.route)) or not address.name.rpartition(":")[2]:
            continue
        try:
            for place, path in visits(address, places):
                is_admin = address.name.startswith("admin:")
                found += [(table_name(address), method, place, path, is_admin) for method in methods(address)]
        except NoExampleError as nothing:
            unknown.add(str(nothing))
    assert not unknown, f"Add examples of these to tests/house/places.py: {', '.join(sorted(unknown))}"
    return found


def observe(place, listed=()):
    """(name, method, place) -> the answers to all actors; a set, for names that stand for several addresses.

    What is in `listed` is not visited.
    """
    places = three_places()
    client, seen = Client(raise_request_exception=False), {}
    with quiet():
        badges = {actor: signed_in(user) for actor, user in actors(places["own"].partner).items()} | {"public": {}}
        keeper = {**badges, "staff": signed_in(UserFactory(is_staff=True, is_superuser=True))}
        for name, method, at, path, is_admin in plan(places):
            if at != place or (name, method, at) in listed:
                continue
            cache.clear()
            shown = keeper if is_admin else badges
            answers = tuple(visit(client, shown[actor], method, path) for actor in ACTORS)
            seen.setdefault((name, method, at), set()).add(answers)
    return seen


def read_table():
    """The rows of the table, one per method and place: who may is the last nine columns."""
    listed = {}
    for line in TABLE.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, among, at, *answers = line.split()
        for method in among.split(","):
            for place in at.split(","):
                listed[name, method, place] = tuple(answers)
    return listed


def lines(rows):
    """Rows as lines of the table: methods and places with the same answers share one."""
    merged = {}
    for (name, method, place), answers in rows.items():
        merged.setdefault((name, answers), []).append((method, place))
    for (name, answers), pairs in merged.items():
        by_places = {}
        for method in dict.fromkeys(method for method, _place in pairs):
            at = ",".join(place for each, place in pairs if each == method)
            by_places.setdefault(at, []).append(method)
        for at, among in by_places.items():
            yield (
                f"{name:36} {','.join(among):9} {at:16} "
                + " ".join(
                    f"{answer:{max(len(actor), 5)}}" for actor, answer in zip(ACTORS, answers, strict=True)
                ).rstrip()
            )


def add_missing(seen):
    """Write the answers of addresses that are not listed yet into the table, for a person to look at."""
    rows = {key: min(answers) for key, answers in seen.items()} | read_table()
    heading = [line for line in TABLE.read_text().splitlines() if line.startswith("#")]
    TABLE.write_text("\n".join([*heading, *lines(dict(sorted(rows.items(), key=lambda row: order(*row[0]))))]) + "\n")


def order(name, method, place):
    return name.replace(":", " "), METHODS.index(method), PLACES.index(place)
