"""Another process of the platform: does what it reads, line by line, and answers in JSON."""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from accounts.models import User  # noqa: E402
from core.jobs import start  # noqa: E402
from core.jobs.sweeping import sweep  # noqa: E402
from core.models import Job  # noqa: E402


def answer(word: str, *given: str) -> object:
    if word == "start":
        user = User.objects.create_user("asker@example.org")
        return str(start("invented.pages", by=user, key="once", folder=given[0]).pk)
    if word == "sweep":
        return sweep()
    return Job.objects.filter(pk=given[0]).values("state", "done", "total", "step", "attempts", "result").get()


call_command("migrate", verbosity=0)
print(json.dumps("ready"), flush=True)  # noqa: T201
for line in sys.stdin:
    print(json.dumps(answer(*line.split())), flush=True)  # noqa: T201
