"""One JSON object a line; ids and codes, never bodies, names, mails or tokens. Plain text while developing."""

import logging

import structlog
from structlog.typing import Processor

from core.log_lines import FillIn, only_allowed_fields, place_of_error
from qqvet.settings.environment import DEBUG, env

__all__ = ["LOGGING"]

OURS = (
    "core",
    "accounts",
    "network",
    "reports",
    "portal",
    "impact_study",
    "documentaries",
    "recommendations",
    "dissemination",
    "mobility",
)
_both: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
_json: list[Processor] = [
    place_of_error,
    only_allowed_fields,
    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
    structlog.processors.JSONRenderer(),
]
_text: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.dev.ConsoleRenderer()]

structlog.configure(
    processors=[*_both, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)

# Our lines tell of none of these.
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False

LOGGING: dict[str, object] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "lines": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": [*_both, FillIn(*OURS, "celery")],
            "pass_foreign_args": not DEBUG,
            "processors": _text if DEBUG else _json,
            "use_get_message": DEBUG,
        },
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        # Refused and missing pages stand in our own line about the request.
        "django.request": {"level": "ERROR"},
        # The file broker has no host, and kombu says so each time.
        "kombu.connection": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}
