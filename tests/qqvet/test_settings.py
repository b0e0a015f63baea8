"""The platform refuses to start with what would make it unsafe."""

import os
import subprocess
import sys

import pytest

GOOD = {
    "SECRET_KEY": "k3" * 30,
    "SITE_URL": "https://network.example.org",
    "DATABASE_URL": "postgres://a@127.0.0.1:1/b",
}


def start(folder, **environment):
    base = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "qqvet.settings"}
    words = [sys.executable, "-c", "from django.conf import settings; print(settings.SESSION_COOKIE_NAME)"]
    return subprocess.run(words, env=base | environment, capture_output=True, text=True, check=False)


def test_a_production_environment_starts(tmp_path):
    assert start(tmp_path, **GOOD).stdout.strip() == "__Host-session"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too short"),
        ({"DEBUG": "true"}, "never on a public address"),
        ({"TRUSTED_PROXIES": "many"}, "TRUSTED_PROXIES"),
    ],
)
def test_an_unsafe_or_wrong_environment_does_not(tmp_path, change, reason):
    answer = start(tmp_path, **GOOD | change)

    assert answer.returncode == 1
    assert reason in answer.stderr.splitlines()[-1]
