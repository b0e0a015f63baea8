"""Imports only point down, and no app stands outside the picture."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
CHECK = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_the_floors_hold():
    linter = subprocess.run([sys.executable, "-c", CHECK], cwd=ROOT, capture_output=True, text=True, check=False)

    assert linter.returncode == 0, linter.stdout


def test_every_app_is_in_the_picture():
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    floors = " ".join(LINTER["contracts"][0]["layers"])

    assert apps - set(LINTER["root_packages"]) == set()
    assert [app for app in sorted(apps) if app not in floors] == []
