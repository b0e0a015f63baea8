"""How the deeds of the impact study are told to colleagues on the workspace home."""

from __future__ import annotations

from django.utils.translation import ngettext_lazy

from core.activity import tell

tell(
    {
        "impact_study.study.created": ngettext_lazy("began %(count)d study", "began %(count)d studies", "count"),
        "impact_study.study.started": ngettext_lazy("started %(count)d study", "started %(count)d studies", "count"),
        "impact_study.study.closed": ngettext_lazy("closed %(count)d study", "closed %(count)d studies", "count"),
        "impact_study.wave.added": ngettext_lazy(
            "added %(count)d wave to a study", "added %(count)d waves to a study", "count"
        ),
        "impact_study.instrument.added": ngettext_lazy(
            "added %(count)d questionnaire", "added %(count)d questionnaires", "count"
        ),
        "impact_study.run.done": ngettext_lazy(
            "analysed the answers %(count)d time", "analysed the answers %(count)d times", "count"
        ),
        "impact_study.publication.approved": ngettext_lazy(
            "approved %(count)d edition of a study", "approved %(count)d editions of a study", "count"
        ),
        "impact_study.publication.published": ngettext_lazy(
            "published %(count)d edition of a study", "published %(count)d editions of a study", "count"
        ),
        "impact_study.version.published": ngettext_lazy(
            "published %(count)d questionnaire", "published %(count)d questionnaires", "count"
        ),
        "impact_study.version.translated": ngettext_lazy(
            "translated a questionnaire %(count)d time", "translated questionnaires %(count)d times", "count"
        ),
    }
)
