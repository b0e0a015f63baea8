"""Asks this machine's own web process whether it lives; for the container's health check.

The host's name and the scheme are those of the installation: the platform answers to no others.
"""

import os
import sys
import urllib.request
from urllib.parse import urlsplit


def lives(port: int) -> bool:
    site = urlsplit(os.environ["SITE_URL"])
    headers = {"Host": site.netloc, "X-Forwarded-Proto": site.scheme}
    request = urllib.request.Request(f"http://127.0.0.1:{port}/healthz/", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=4) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(not lives(8000))
