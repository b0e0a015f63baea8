"""What is installed, what a web process loads, and what the lock files hold."""

import re
import subprocess
import sys
from pathlib import Path

import django
import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))

HEAVY = (
    "weasyprint", "openpyxl", "numpy", "docx", "pikepdf", "pypdf", "boto3", "python_calamine", "PIL.Image",
    "scipy", "polars", "pandas", "pyreadstat", "pyxform",
)  # fmt: skip
LOADED = f"""
import sys, django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


def test_django_is_the_version_we_chose():
    assert django.VERSION[:2] == (6, 1)


def test_a_web_process_loads_no_heavy_library():
    words = [sys.executable, "-c", LOADED]
    answer = subprocess.run(words, cwd=ROOT, env=plain_environment(), capture_output=True, text=True, check=True)

    assert answer.stdout.split() == []


def plain_environment():
    return {"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": "/usr/bin:/bin"}


def test_openpyxl_reads_xml_through_defusedxml():
    assert openpyxl.DEFUSEDXML is True


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_files_hold_hashes_and_no_address(lock):
    text = lock.read_text()
    packages = re.findall(r"^[a-z0-9][\w.-]*(?:\[[\w,-]+\])?==\S+", text, re.MULTILINE)

    assert "://" not in text
    assert packages
    assert len(re.findall(r"^[^\s#].*\\\n    --hash=sha256:", text, re.MULTILINE)) == len(packages)


def test_there_is_no_lock_file_that_records_addresses():
    assert [name for name in ("uv.lock", "pylock.toml", ".python-version") if (ROOT / name).exists()] == []
