"""The impact study's links in the workspace."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.navigation import Entry, register

register(
    Entry(
        place="workspace", label=_("Studies"), url_name="impact_study:study_list", order=70, per_project=True,
        permission="impact_study.view_studies",
        also=("../waves/", "../channels/", "../analysis-plans/", "../analysis-runs/", "../snapshots/"),
    )
)  # fmt: skip
register(
    Entry(
        place="more", label=_("Questionnaires"), url_name="impact_study:instrument_list", order=55, per_project=True,
        permission="impact_study.view_studies",
    )
)  # fmt: skip
