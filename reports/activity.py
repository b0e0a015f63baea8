"""How deeds on reports are told to colleagues on the workspace home."""

from __future__ import annotations

from django.utils.translation import ngettext_lazy

from core.activity import tell

tell(
    {
        "reports.report.begun": ngettext_lazy("began %(count)d report", "began %(count)d reports", "count"),
        "reports.report.approved": ngettext_lazy("approved %(count)d report", "approved %(count)d reports", "count"),
        "reports.report.revised": ngettext_lazy(
            "began a new version of %(count)d report", "began new versions of %(count)d reports", "count"
        ),
        "reports.contribution.submitted": ngettext_lazy(
            "handed in %(count)d text", "handed in %(count)d texts", "count"
        ),
        "reports.contribution.returned": ngettext_lazy("returned %(count)d text", "returned %(count)d texts", "count"),
        "reports.contribution.accepted": ngettext_lazy("accepted %(count)d text", "accepted %(count)d texts", "count"),
        "reports.comment.added": ngettext_lazy("made %(count)d remark", "made %(count)d remarks", "count"),
    }
)
