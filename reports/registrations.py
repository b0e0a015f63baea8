"""What the house must know of reports: they hold figures and texts, people only as their writers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from core.navigation import Entry, register
from core.personal_data import declare_impersonal
from network import joining
from reports import activity, demo, models, printing_jobs, todos  # noqa: F401
from reports.services.beginning import include_partner

joining.register(include_partner)
declare_impersonal(*(getattr(models, name) for name in models.__all__))
register(
    Entry(
        place="workspace", label=gettext_lazy("Reports"), url_name="reports:report_list", order=60,
        permission="reports.view_reports", per_project=True, icon="file-text",
    )
)  # fmt: skip
