"""Brings an empty or older installation to the state in which the demo can start."""

import ctypes
import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands

from qqvet import messages

PANGO = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0")
WITHOUT_PANGO = (
    "PDF reports need the Pango library, which is not installed; everything else works. "
    "Type: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
)


def prepare() -> None:
    """Database, translations, demo data and static files; harmless when repeated."""
    messages.compile_all()
    call_command("migrate", interactive=False, verbosity=0)
    if "load_demo" in get_commands() and not get_user_model().objects.exists():
        call_command("load_demo")
    collect_static_files()


def collect_static_files() -> None:
    """Name and copy the static files, unless they are as they were at the last start."""
    stamp = Path(settings.STATIC_ROOT) / ".fingerprint"
    wanted = fingerprint()
    if not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(wanted)


def fingerprint() -> str:
    """One value for all static files: another file, size or moment of change gives another."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path)).stat()
            digest.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def missing_libraries() -> str:
    """What a user should know about this machine, or nothing."""
    try:
        for name in PANGO:
            ctypes.CDLL(name)
    except OSError:
        return WITHOUT_PANGO
    return ""
