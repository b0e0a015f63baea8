"""What the demo says to the settings, before Django is there."""

import fcntl
import os
import socket
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def set_environment(port: int) -> Path:
    """Fill in whatever the user has not set; answers the folder that keeps the demo's data."""
    data = Path(os.environ.setdefault("DATA_DIR", str(ROOT / "var")))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qqvet.settings")
    os.environ.setdefault("DEMO", "1")
    os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{port}")
    os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")
    return data


def hold(data: Path) -> int | None:
    """Keep the folder for this demo alone as long as it runs; nothing where another one has it."""
    data.mkdir(parents=True, exist_ok=True)
    handle = os.open(data / "demo.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return handle


def is_taken(port: int) -> bool:
    """Whether another program listens where the demo should."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
