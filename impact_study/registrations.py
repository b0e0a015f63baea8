"""What the house must know of the impact study."""

from __future__ import annotations

from impact_study import (
    activity,  # noqa: F401
    analysis_jobs,  # noqa: F401
    card_jobs,  # noqa: F401
    import_jobs,  # noqa: F401
    navigation,  # noqa: F401
    personal_data,  # noqa: F401
    publication_jobs,  # noqa: F401
    survey_jobs,  # noqa: F401
    surveys,  # noqa: F401
    todos,  # noqa: F401
)
from impact_study.demo import parts  # noqa: F401
