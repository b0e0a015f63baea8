"""Celery: Redis when REDIS_URL is set, its zero-service file broker otherwise."""

from datetime import timedelta

from celery.schedules import crontab

from qqvet.settings.environment import DATA_DIR, env

__all__ = [
    "CELERY_ACCEPT_CONTENT", "CELERY_BEAT_SCHEDULE", "CELERY_BEAT_SCHEDULE_FILENAME",
    "CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP", "CELERY_BROKER_TRANSPORT_OPTIONS", "CELERY_BROKER_URL",
    "CELERY_TASK_ACKS_LATE", "CELERY_TASK_IGNORE_RESULT", "CELERY_TASK_REJECT_ON_WORKER_LOST",
    "CELERY_TASK_SERIALIZER", "CELERY_TASK_SOFT_TIME_LIMIT", "CELERY_TASK_TIME_LIMIT",
    "CELERY_WORKER_MAX_MEMORY_PER_CHILD", "CELERY_WORKER_PREFETCH_MULTIPLIER", "JOBS_PER_USER", "JOB_ATTEMPTS",
    "JOB_LEASE",
]  # fmt: skip

_url: str = env.str("REDIS_URL", "")
CELERY_BROKER_URL = _url or "filesystem://localhost"
if _url:
    # Longer than the hard time limit, or a task would run twice.
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {
        "visibility_timeout": 2400,
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
        # A page that starts a job does not wait for a broker that is away.
        "socket_connect_timeout": 2,
        "socket_timeout": 30,
    }
else:
    _queue = DATA_DIR / "queue"
    for _folder in ("in", "done", "control"):
        (_queue / _folder).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(_queue / "in"),
        "data_folder_out": str(_queue / "in"),
        "processed_folder": str(_queue / "done"),
        "control_folder": str(_queue / "control"),
        "store_processed": False,
        "polling_interval": 0.05,
    }

CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT = 1500
CELERY_TASK_TIME_LIMIT = 1800
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 600_000
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True

# A job whose heartbeat is older than this is taken for dead and queued again.
JOB_LEASE = timedelta(seconds=env.float("JOB_LEASE_SECONDS", 60))
# After so many failures a job is set aside for staff.
JOB_ATTEMPTS = 3
# One user cannot fill the queue.
JOBS_PER_USER: int = env.int("JOBS_PER_USER", 20)

CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE: dict[str, dict[str, object]] = {
    "send-waiting-mail": {"task": "core.send_waiting_mail", "schedule": 60.0, "options": {"expires": 60.0}},
    "sweep-jobs": {"task": "core.sweep_jobs", "schedule": 15.0, "options": {"expires": 15.0}},
    "seal-audit": {"task": "core.seal_audit", "schedule": 60.0, "options": {"expires": 60.0}},
    "forget-old-rows": {"task": "core.forget_old_rows", "schedule": 3600.0, "options": {"expires": 3600.0}},
    "remind-writers": {"task": "reports.remind_writers", "schedule": crontab(minute=0, hour="6-18")},
    "tell-registered": {"task": "dissemination.tell_waiting", "schedule": 60.0, "options": {"expires": 60.0}},
    "expire-offers": {"task": "dissemination.expire_offers", "schedule": 60.0, "options": {"expires": 60.0}},
    "remind-guests": {"task": "dissemination.remind_guests", "schedule": 900.0, "options": {"expires": 900.0}},
    "ask-how-it-was": {"task": "dissemination.ask_how_it_was", "schedule": crontab(minute=40)},
    "forget-absent": {"task": "dissemination.forget_absent", "schedule": crontab(minute=35, hour=3)},
    "forget-needs": {"task": "dissemination.forget_needs", "schedule": crontab(minute=20, hour=3)},
    "fold-responses": {"task": "impact_study.fold_responses", "schedule": 60.0, "options": {"expires": 60.0}},
    "forget-drafts": {"task": "impact_study.forget_drafts", "schedule": 900.0, "options": {"expires": 900.0}},
    "send-survey-mail": {"task": "impact_study.send_survey_mail", "schedule": 600.0, "options": {"expires": 600.0}},
    "fold-tallies": {"task": "network.fold_tallies", "schedule": 300.0, "options": {"expires": 300.0}},
    "check-links": {"task": "dissemination.check_links", "schedule": crontab(minute=20, hour=4)},
}
