"""Work in the background: a row first, then a worker.

@register("reports.render", title=_("Report as PDF"), permission="reports.render_report", target=version_of)
def render(job: Handle) -> dict[str, object]:
    for number, chapter in enumerate(chapters, 1):
        job.progress(number, len(chapters), _("Chapter %(title)s") % {"title": chapter.title})
    return {"url": version.get_absolute_url()}

start("reports.render", by=request.user, project=project, key=f"version-{pk}", version=pk)
"""

from core.jobs.handle import Cancelled, Handle, LeaseLost
from core.jobs.registry import register
from core.jobs.starting import cancel, restart, start

__all__ = ["Cancelled", "Handle", "LeaseLost", "cancel", "register", "restart", "start"]
