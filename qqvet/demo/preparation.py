"""Brings an empty or older installation to the state in which the demo can start."""

import ctypes

from django.contrib.auth import get_user_model
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
    call_command("collectstatic", interactive=False, verbosity=0)


def missing_libraries() -> str:
    """What a user should know about this machine, or nothing."""
    try:
        for name in PANGO:
            ctypes.CDLL(name)
    except OSError:
        return WITHOUT_PANGO
    return ""
