"""Heavy libraries stay out of web processes."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("weasyprint", "openpyxl", "docx", "pikepdf", "pypdfium2")


def test_printers_are_not_loaded_at_start_up():
    code = f"import django, sys; django.setup(); import qqvet.urls; print([n for n in {HEAVY!r} if n in sys.modules])"
    env = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": "/usr/bin:/bin"}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert said.stdout.strip() == "[]"
