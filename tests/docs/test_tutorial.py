"""The command-line script of the tutorial runs as it stands there, on a database of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader

TUTORIAL = settings.BASE_DIR / "docs" / "tutorial.md"


def script() -> str:
    [found] = re.findall(r"```sh\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL)
    return found


@pytest.mark.slow
def test_the_tutorials_script_leads_from_the_sheet_to_the_report(tmp_path):
    for name in ("manage.py", "tests", "docs"):
        (tmp_path / name).symlink_to(settings.BASE_DIR / name)
    settled = {**os.environ, "SECRET_KEY": "x" * 50}
    settled["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{settled['PATH']}"
    settled["PYTHONPATH"] = str(settings.BASE_DIR)
    for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "REDIS_URL", "CACHE_URL"):
        settled.pop(name, None)

    ran = subprocess.run(["sh", "-eu", "-c", script()], cwd=tmp_path, env=settled, capture_output=True, text=True)

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count("is done.") == 5
    teachers = [line.split() for line in ran.stdout.splitlines() if line.startswith("Teachers and trainers")]
    assert [row[4] for row in teachers] == ["45/30", "65/30"]
    assert "48 verified, 0 skipped." in ran.stdout
    made = sorted(path.suffix for path in (tmp_path / "report").iterdir())
    assert made == [".docx", ".pdf", ".xlsx", ".zip"]
    [pdf] = (tmp_path / "report").glob("*.pdf")
    assert "Progress report" in PdfReader(pdf).pages[0].extract_text()
