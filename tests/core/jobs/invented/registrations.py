from __future__ import annotations

from pathlib import Path

from core.jobs import Handle, register


@register("invented.pages", title="Invented pages", permission="core.work_for_oneself")
def write_pages(job: Handle) -> dict[str, object]:
    """Three pages; the first worker gets no further than the second and then waits for its end."""
    job.progress(1, 3, f"attempt {job.job.attempts}")
    folder = Path(job.params["folder"])
    if job.job.attempts == 1:
        (folder / "gate").open("rb").read()  # a pipe that nobody ever writes to
    job.progress(3, 3)
    return {"attempt": job.job.attempts}
