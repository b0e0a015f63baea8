"""How deeds in reports are told to colleagues on the workspace home."""

from __future__ import annotations

from django.utils.translation import ngettext_lazy

from core.activity import tell

tell(
    {
        "reports.report.begun": ngettext_lazy("began a report", "began %(count)d reports", "count"),
        "reports.report.approved": ngettext_lazy("approved a report", "approved %(count)d reports", "count"),
        "reports.contribution.submitted": ngettext_lazy(
            "handed in a text for a report", "handed in %(count)d texts for reports", "count"
        ),
        "reports.contribution.accepted": ngettext_lazy(
            "accepted a text for a report", "accepted %(count)d texts for reports", "count"
        ),
        "reports.contribution.returned": ngettext_lazy(
            "returned a text for a report", "returned %(count)d texts for reports", "count"
        ),
    }
)
