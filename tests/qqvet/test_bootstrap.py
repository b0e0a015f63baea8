"""A machine whose Python came without pip still gets its environment."""

import hashlib
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import bootstrap


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A package index that lists one wheel; the folder it serves."""
    served = tmp_path / "simple" / "pip"
    served.mkdir(parents=True)
    (served / "index.html").write_text(f'<a href="../../files/{bootstrap.PIP}#sha256=0">pip</a>')
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / bootstrap.PIP).write_bytes(b"a wheel")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}/simple/")
        monkeypatch.setattr(bootstrap, "TOOLS", tmp_path / "cache" / "tools")
        yield
        server.shutdown()


def test_pip_is_fetched_from_the_index(index, monkeypatch):
    monkeypatch.setattr(bootstrap, "PIP_SHA256", hashlib.sha256(b"a wheel").hexdigest())

    assert bootstrap.fetched_pip().read_bytes() == b"a wheel"


def test_pip_with_another_content_is_refused(index, tmp_path):
    with pytest.raises(SystemExit, match=r"another content than expected.* Type: sudo apt-get install"):
        bootstrap.fetched_pip()

    assert not (tmp_path / "cache").exists()


def test_environment_is_built_without_ensurepip(tmp_path):
    bare = tmp_path / "python3"
    bare.write_text(f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"\n')
    bare.chmod(0o755)

    bootstrap.environment(bare, tmp_path / "venv")

    python = tmp_path / "venv" / "bin" / "python"
    assert [bootstrap.succeeds(python, code) for code in (bootstrap.NEW_ENOUGH, bootstrap.HAS_PIP)] == [True, False]


def test_a_python_that_does_not_serve_is_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHON", str(tmp_path / "python3.13"))

    with pytest.raises(SystemExit, match=r"PYTHON=.*/python3.13 does not run, or is older than 3.12"):
        bootstrap.build_environment()


def test_a_machine_without_a_recent_python_is_told_what_to_type(tmp_path, monkeypatch):
    uv = tmp_path / "uv"
    uv.write_text("#!/bin/sh\nexit 1\n")
    uv.chmod(0o755)
    monkeypatch.setattr(bootstrap, "candidates", list[Path])
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    with pytest.raises(SystemExit, match=r"Python 3.12 or newer is needed .* type: make PYTHON="):
        bootstrap.build_environment()
