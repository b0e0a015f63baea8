"""A block of a run as it is read: drawn once, since the results of a run never change."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core.remembered import Remembered
from impact_study.models import AnalysisRun
from impact_study.services.result_pages import RunPage


@dataclass(frozen=True)
class KeptBlock:
    """The title of a block and its page, packed: sixty questions are a megabyte of drawings."""

    title: str
    packed: bytes

    @property
    def html(self) -> SafeString:
        return mark_safe(zlib.decompress(self.packed).decode())  # drawn by our own template


drawn_blocks: Remembered[KeptBlock | None] = Remembered(200)


def kept_block(run: AnalysisRun, code: str, *, by: str) -> KeptBlock | None:
    """A block of a run, the first one where no code is given; None where the run has no such results."""
    key = (run.pk, run.finished_at, run.study.minimum_group, run.study.project.code, get_language(), code, by)
    return drawn_blocks.get(key, lambda: _draw(run, code, by))


def _draw(run: AnalysisRun, code: str, by: str) -> KeptBlock | None:
    reader = RunPage(run)
    codes = [known for known, _title in reader.blocks]
    wanted = code or (codes[0] if codes else "")
    if wanted not in codes:
        return None
    part = reader.block(wanted, by)
    context = {"run": run, "project": run.study.project, "reader": reader, "part": part, "by": by}
    html = render_to_string("impact_study/run_block.html", context)
    return KeptBlock(part.title, zlib.compress(html.encode(), level=3))
