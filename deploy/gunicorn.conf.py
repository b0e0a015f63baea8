"""How gunicorn serves the platform, in the demo and in production. The environment may say otherwise."""

import gc
import os
import sys
from contextlib import suppress
from typing import Any

bind = os.environ.get("BIND", "0.0.0.0:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))

# A worker is renewed now and then, never two at once: slow leaks stay small.
max_requests = 5000
max_requests_jitter = 500

# Loaded once, before the workers are forked from it: they share its memory.
preload_app = True


def when_ready(_server: object) -> None:
    """Load the pages as well, and let the collector leave alone what the workers share."""
    from django.urls import get_resolver

    _ = get_resolver().url_patterns
    if "qqvet.wsgi" in sys.modules:
        from qqvet.warming import warm

        warm()
    gc.collect()
    gc.freeze()


LARGEST_REST = 32 * 1024 * 1024


def post_request(_worker: object, _request: object, environ: dict[str, Any], _response: object) -> None:
    """Read what nobody read of a refused upload: closed over unread bytes, nginx loses the answer and says 502."""
    rest, left = environ.get("wsgi.input"), LARGEST_REST
    with suppress(OSError):
        while rest is not None and left > 0 and (piece := rest.read(65536)):
            left -= len(piece)


timeout = 60
graceful_timeout = 20
keepalive = 5

# Stricter than gunicorn's defaults: our longest addresses are filters of a list page.
limit_request_line = 8190
limit_request_fields = 60
limit_request_field_size = 8190

# The way to ask a running server needs a folder of its own in the home of its user.
control_socket_disable = True

worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None

# Addresses in headers are judged by the settings (TRUSTED_PROXIES), not here.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")

# No access log: it would keep visitors' addresses. The platform logs requests itself, without them.
accesslog = None
errorlog = "-"
