"""Logs hold ids and codes, never bodies, names, mails or tokens."""

from qqvet.settings.environment import env

__all__ = ["LOGGING"]

LOGGING: dict[str, object] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
