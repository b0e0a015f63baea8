"""Makes .venv ready: finds a Python, builds the environment, installs the locked packages.

Runs on any Python from 3.8 on with its standard library alone, so that `make` needs nothing else.
Does nothing when the environment already agrees with the lock files.
"""

import hashlib
import html
import os
import re
import shutil
import subprocess
import sys
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / ".ok"
UV_LOCK = HERE / "requirements" / "uv.txt"
LOCK = HERE / "requirements" / "dev.txt"
TOOLS = HERE / ".cache" / "tools"

# Where a system's Python came without pip, this one serves; the newest that Python 3.8 runs.
PIP = "pip-25.0.1-py3-none-any.whl"
PIP_SHA256 = "c46efd13b6aa8279f33f2864459c8ce587ea6a1a59ee20de055868d8f7688f7f"

NEW_ENOUGH = "import sys, venv; sys.exit(sys.version_info < (3, 12))"
HAS_VENV = "import venv"
HAS_ENSUREPIP = "import ensurepip"
HAS_PIP = "import pip"


def main():
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted and succeeds(PYTHON, NEW_ENOUGH):
        return
    if not succeeds(PYTHON, NEW_ENOUGH):
        build_environment()
    say("Installing the locked packages")
    run(uv_in(VENV), "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", LOCK)
    STAMP.write_text(wanted)
    say("The environment in .venv is ready.")


def fingerprint():
    """One value for all that decides what has to be in the environment."""
    files = (Path(__file__), UV_LOCK, LOCK)
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def candidates():
    """Interpreters worth asking, the preferred one first."""
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions"
    yield os.environ.get("PYTHON")
    yield shutil.which("python3.13")
    yield from sorted(pyenv.glob("3.13.*/bin/python"), reverse=True)
    for name in ("python3.14", "python3.12", "python3"):
        yield shutil.which(name)
    yield from sorted(pyenv.glob("3.1[24].*/bin/python"), reverse=True)


def build_environment():
    wished = os.environ.get("PYTHON")
    if wished and not succeeds(wished, NEW_ENOUGH):
        stop("PYTHON={} does not run, or is older than 3.12. Name another one or none.".format(wished))
    recent = [python for python in candidates() if python and succeeds(python, NEW_ENOUGH)]
    if recent:
        say("Building .venv with {}".format(recent[0]))
        environment(recent[0], VENV)
        return
    say("No Python of 3.12 or later is here; uv fetches one")
    command = (shutil.which("uv") or own_uv(), "venv", "--clear", "--seed", "--python", "3.13", VENV)
    if call(*command) != 0:
        stop(
            "Python 3.12 or newer is needed and could not be downloaded. Install one beside your own and type: "
            "make PYTHON=/path/to/python3.13 demo"
        )


def environment(python, folder):
    """An environment, without pip where the system keeps that in a package of its own."""
    words = () if succeeds(python, HAS_ENSUREPIP) else ("--without-pip",)
    run(python, "-m", "venv", "--clear", *words, folder)


def own_uv():
    """The locked uv in an environment of its own, for a Python that is too old for the platform."""
    if not succeeds(sys.executable, HAS_VENV):
        stop("This Python cannot make environments. Type: sudo apt-get install python3-venv   and try again.")
    environment(sys.executable, TOOLS)
    return uv_in(TOOLS)


def uv_in(folder):
    python = folder / "bin" / "python"
    pip = ("-m", "pip") if succeeds(python, HAS_PIP) else (fetched_pip() / "pip",)
    run(python, *pip, "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", UV_LOCK)
    return folder / "bin" / "uv"


def fetched_pip():
    """The wheel of pip, which runs as it is, from the package index this machine is set to."""
    wheel = TOOLS.parent / PIP
    if not wheel.exists():
        index = os.environ.get("PIP_INDEX_URL") or os.environ.get("UV_DEFAULT_INDEX") or "https://pypi.org/simple"
        try:
            content = download_pip(index.rstrip("/") + "/pip/")
        except (OSError, ValueError, HTTPException) as error:
            stop(
                "This Python has no pip, and it could not be downloaded ({}). "
                "Type: sudo apt-get install python3-venv python3-pip   and try again.".format(error)
            )
        wheel.parent.mkdir(exist_ok=True)
        wheel.write_bytes(content)
    return wheel


def download_pip(listing):
    with urlopen(listing, timeout=60) as answer:
        links = re.findall('href="([^"]+)"', answer.read().decode())
    address = next((link for link in links if "/{}".format(PIP) in "/" + link), "")
    if not address:
        raise ValueError("{} does not list {}".format(listing, PIP))
    with urlopen(urljoin(listing, html.unescape(address)), timeout=60) as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != PIP_SHA256:
        raise ValueError("{} has another content than expected".format(PIP))
    return content


def succeeds(python, code):
    """Whether an interpreter runs a line well; one that is missing or broken (a pyenv shim, say) does not."""
    command = [str(python), "-c", code]
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def run(*command):
    if call(*command) != 0:
        stop("This step did not succeed (is the network there?): " + " ".join(str(word) for word in command))


def call(*command):
    return subprocess.call([str(word) for word in command])


def say(text):
    print(text, flush=True)


def stop(text):
    sys.exit(text)


if __name__ == "__main__":
    main()
