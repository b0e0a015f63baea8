"""The platform refuses to start with what would make it unsafe."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

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
        ({"DATABASE_URL": "sqlite:///db.sqlite3"}, "DATABASE_URL: an address that begins with postgres://"),
    ],
)
def test_an_unsafe_or_wrong_environment_does_not(tmp_path, change, reason):
    answer = start(tmp_path, **GOOD | change)

    assert answer.returncode == 1
    assert reason in answer.stderr.splitlines()[-1]


def test_the_command_line_says_in_one_line_what_is_wrong(tmp_path):
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "DEBUG": "perhaps"}
    words = [sys.executable, settings.BASE_DIR / "manage.py", "check"]
    answer = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)

    said = 'The settings stop the start. Environment variable "DEBUG" invalid: Not a valid boolean. See deploy/example.env.'
    assert (answer.returncode, answer.stderr.splitlines()) == (1, [said])
