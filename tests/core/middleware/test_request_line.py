"""Each request leaves one line with an id, and nothing personal."""

import pytest
from structlog.testing import capture_logs


def lines_of(client, path, **headers):
    with capture_logs() as lines:
        response = client.get(path, headers=headers)
    return response, [line for line in lines if line["event"] == "request"]


def test_the_line_tells_the_route_and_not_the_address(client):
    _, [line] = lines_of(client, "/healthz/?token=hidden")

    assert line.pop("ms") >= 0
    assert line == {
        "event": "request",
        "log_level": "info",
        "method": "GET",
        "route": "healthz/",
        "status": 200,
        "user": None,
    }


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("0123456789abcdef", True), ("short", False), ("x" * 32, False), ("a" * 65, False), ('"; drop', False)],
)
def test_only_an_id_that_looks_like_one_is_kept(client, sent, kept):
    response, _ = lines_of(client, "/healthz/", **{"X-Request-ID": sent})

    assert (response["X-Request-ID"] == sent) == kept
    assert len(response["X-Request-ID"]) == (16 if kept else 32)
