"""The interface keeps to its own description, whatever is sent to it, for a writer and for a mere reader."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS, load_all_checks

from network.enums import Role

load_all_checks()
PROMISED = [
    CHECKS.get_one(name)
    for name in (
        "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    )
]  # fmt: skip
NAMES = ("partner", "category", "occasion", "person", "organisation", "evidence", "period")
SPREAD = {"objective": "plan-objectives", "group": "plan-target-groups", "channel": "plan-channels", "event": "events",
          "registration": "registrations"}  # fmt: skip
schema = schemathesis.openapi.from_wsgi("/api/v1/schema/?format=json", get_wsgi_application())


@pytest.fixture(params=[Role.COORDINATOR, Role.READER])
def asker(request, world):
    return world.client(request.param)


@pytest.fixture(autouse=True)
def one_connection():
    """Requests stay in the test's transaction, as with Django's own test client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def real(world, name):
    return getattr(world, name).pk


def aim(case, world):
    """Every other case is aimed at rows that exist, so that it gets further than 404."""
    if len(repr(case.body) + repr(case.path_parameters)) % 2:
        return
    places = {"projects": world.project.code, "participations": world.record.pk, "people": world.person.pk}
    places |= {f"{name}s": real(world, name) for name in ("partner", "target", "period", "organisation", "occasion")}
    spread = {noun: row.pk for noun, row in world.spread().items()}
    places |= spread
    noun = case.operation.path.split("/")[3]
    for name in case.path_parameters or {}:
        case.path_parameters[name] = places.get(noun, case.path_parameters[name])
    if isinstance(case.body, dict):
        named = {name: real(world, name) for name in NAMES if isinstance(case.body.get(name), int)}
        named |= {name: spread[noun] for name, noun in SPREAD.items() if isinstance(case.body.get(name), int)}
        case.body.update(named)
        if isinstance(case.body.get("records"), list):
            case.body["records"] = [world.record.pk]


@pytest.mark.slow
@schema.parametrize()
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
def test_answers_keep_to_the_description(case, world, asker):
    aim(case, world)
    case.call_and_validate(headers={"Authorization": asker._credentials["HTTP_AUTHORIZATION"]}, checks=PROMISED)
