"""Asks R, an independent implementation, for figures; a test that needs it says so where it is left out."""

import math
import shutil
import subprocess
from functools import cache

import pytest

RSCRIPT = shutil.which("Rscript")
SAY = r"""
say <- function(name, values) cat(name, ifelse(is.na(values), "NA", sprintf("%.17g", as.numeric(values))), "\n")
"""


@cache
def _has_psych() -> bool:
    if RSCRIPT is None:
        return False
    words = [RSCRIPT, "-e", 'cat(requireNamespace("psych", quietly=TRUE))']
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip() == "TRUE"


needs_r = pytest.mark.skipif(RSCRIPT is None, reason="R is not installed: these figures were NOT compared with R")
needs_psych = pytest.mark.skipif(
    not _has_psych(), reason="R with psych is not installed: these figures were NOT compared with it"
)


def ask_r(script: str) -> dict[str, list[float]]:
    """What a script says: `say("name", values)` gives one entry."""
    words = [RSCRIPT, "--vanilla", "-"]
    answer = subprocess.run(words, input=SAY + script, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    lines = [line.split() for line in answer.stdout.splitlines() if line.strip()]
    return {name: [math.nan if each == "NA" else float(each) for each in values] for name, *values in lines}


def near(*values: float):
    """Equal to six digits."""
    wanted = [float(value) for value in values]
    return pytest.approx(wanted if len(wanted) > 1 else wanted[0], rel=1e-6, abs=1e-9)


def vector(values) -> str:
    """A column as R reads it."""
    return "c(" + ", ".join("NA" if value != value else repr(float(value)) for value in values) + ")"
