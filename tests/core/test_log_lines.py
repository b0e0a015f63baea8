"""Logs as the platform writes them: what is personal never arrives."""

import io
import json
import logging
import logging.config

import pytest
import structlog
from django.conf import settings


@pytest.fixture
def written():
    """A logger set up like the platform's own, and what it has written."""
    structlog.contextvars.clear_contextvars()
    stream = io.StringIO()
    configuration = {
        **settings.LOGGING,
        "handlers": {"console": {**settings.LOGGING["handlers"]["console"], "stream": stream}},
        "root": {"handlers": [], "level": "INFO"},
        "loggers": {name: {"handlers": ["console"], "level": "INFO", "propagate": False} for name in ("tried", "core")},
    }
    logging.config.dictConfig(configuration)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.getLogger("core").handlers.clear()
    logging.getLogger("core").propagate = True
    logging.config.dictConfig(settings.LOGGING)


def without_time(line):
    return {name: value for name, value in line.items() if name != "timestamp"}


def test_fields_that_nobody_allowed_are_dropped_and_named(written):
    structlog.get_logger("tried").info("person_added", job=7, email="ana@example.org", name="Ana")

    assert [without_time(line) for line in written()] == [
        {"event": "person_added", "job": 7, "level": "info", "logger": "tried", "dropped": ["email", "name"]}
    ]


def test_sentences_of_other_libraries_keep_their_shape_only(written):
    logging.getLogger("tried").warning("Not Found: %s", "/en/invitations/secret-token/")

    assert [without_time(line) for line in written()] == [
        {"event": "Not Found: %s", "level": "warning", "logger": "tried"}
    ]


def test_our_own_sentences_are_filled_in(written):
    logging.getLogger("core.jobs").warning("job %s was lost", 7)

    assert [line["event"] for line in written()] == ["job 7 was lost"]


@pytest.mark.parametrize("logger", [structlog.get_logger("tried"), logging.getLogger("tried")])
def test_an_error_is_told_by_kind_and_place(written, logger):
    try:
        int("ana@example.org")
    except ValueError:
        logger.exception("import_failed")

    [line] = written()
    assert (line["event"], line["level"], line["error"]) == ("import_failed", "error", "ValueError")
    assert line["where"][-1].startswith("test_log_lines.py:")
    assert "example.org" not in json.dumps(line)
