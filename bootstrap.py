"""Makes .venv ready: finds a Python, builds the environment, installs the locked packages.

Runs on any Python from 3.8 on with its standard library alone, so that `make` needs nothing else.
Does nothing when the environment already agrees with the lock files.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / ".ok"
UV_LOCK = HERE / "requirements" / "uv.txt"
LOCK = HERE / "requirements" / "dev.txt"

NEW_ENOUGH = "import sys; sys.exit(sys.version_info < (3, 12))"
CAN_BUILD = "import venv, ensurepip"
HAS_PIP = "import pip"


def main():
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted and succeeds(PYTHON, NEW_ENOUGH):
        return
    if not (succeeds(PYTHON, NEW_ENOUGH) and succeeds(PYTHON, HAS_PIP)):
        build_environment()
    say("Installing the locked packages")
    run(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", UV_LOCK)
    run(VENV / "bin" / "uv", "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", LOCK)
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
    recent = [python for python in candidates() if python and succeeds(python, NEW_ENOUGH)]
    for python in recent:
        if succeeds(python, CAN_BUILD):
            say("Building .venv with {}".format(python))
            run(python, "-m", "venv", "--clear", VENV)
            return
    if shutil.which("uv"):
        say("Building .venv with uv")
        run("uv", "venv", "--clear", "--seed", "--python", recent[0] if recent else "3.13", VENV)
        return
    if recent:
        stop("This Python cannot make environments. Type: sudo apt-get install python3-venv   and try again.")
    stop(
        "Python 3.12 or newer is needed. Type: sudo apt-get install pipx && pipx install uv "
        '&& export PATH="$HOME/.local/bin:$PATH"   and try again.'
    )


def succeeds(python, code):
    """Whether an interpreter runs a line well; one that is missing or broken (a pyenv shim, say) does not."""
    command = [str(python), "-c", code]
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def run(*command):
    words = [str(word) for word in command]
    if subprocess.call(words) != 0:
        stop("This step did not succeed (is the network there?): " + " ".join(words))


def say(text):
    print(text, flush=True)


def stop(text):
    sys.exit(text)


if __name__ == "__main__":
    main()
