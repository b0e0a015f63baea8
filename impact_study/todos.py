"""What waits for somebody in the impact study. Each source asks the database once, whatever the number of projects."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.labels import in_language
from core.todos import ToDo, register
from impact_study.enums import StudyState, VersionState
from impact_study.models import InstrumentVersion, Study, Translation, Wave
from impact_study.templatetags.surveys import language_name
from network.enums import Role
from network.scope import Asker
from network.todos import projects_held

SHOWN = 5


@register
def drafts_to_publish(user: Asker) -> Iterator[ToDo]:
    """Questionnaires under way, for whoever may publish them."""
    rows = InstrumentVersion.objects.filter(
        instrument__project__in=projects_held(user, Role.COORDINATOR), state=VersionState.DRAFT
    )
    for version in rows.select_related("instrument__project")[:SHOWN]:
        title = _("The questionnaire %(name)s waits for publication") % {"name": version.instrument}
        yield ToDo(title=title, url=version.get_absolute_url(), weight=45, note=str(version.project))


@register
def studies_to_start(user: Asker) -> Iterator[ToDo]:
    """Studies whose waves are planned, but that nobody has started."""
    rows = Study.objects.filter(project__in=projects_held(user, Role.COORDINATOR), state=StudyState.DRAFT)
    for study in rows.filter(waves__isnull=False).distinct().select_related("project")[:SHOWN]:
        title = _("Start the study %(study)s: its waves are planned") % {"study": study}
        yield ToDo(title=title, url=study.get_absolute_url(), weight=44, note=str(study.project))


@register
def missing_translations(user: Asker) -> Iterator[ToDo]:
    """Languages of open waves in which texts are missing, for those who write in the project."""
    held = projects_held(user, Role.COORDINATOR, Role.MANAGER, Role.CONTRIBUTOR)
    asked = Wave.objects.filter(study__project__in=held, study__state=StudyState.RUNNING).exclude(
        closes_at__lt=timezone.now()
    )
    versions = InstrumentVersion.objects.filter(waves__in=asked).distinct()
    rows = {version.pk: version for version in versions.select_related("instrument__project").defer("definition")}
    written: dict[tuple[int, str], int] = {}
    for version_id, language, number in (
        Translation.objects.filter(version__in=rows).exclude(text="").order_by()
        .values_list("version", "language").annotate(number=Count("pk"))
    ):  # fmt: skip
        written[version_id, language] = number
    for version in rows.values():
        whole = written.get((version.pk, version.base_language), 0)
        for language in version.languages:
            missing = whole - written.get((version.pk, language), 0)
            if missing > 0 and language != version.base_language:
                yield _missing(version, language, missing)


def _missing(version: InstrumentVersion, language: str, missing: int) -> ToDo:
    words = ngettext(
        "%(count)d text of %(name)s is missing in %(language)s",
        "%(count)d texts of %(name)s are missing in %(language)s",
        missing,
    )
    told = {"count": missing, "name": version.instrument, "language": language_name(language)}
    url = reverse("impact_study:translation_desk", args=[version.project.code, version.pk, language])
    return ToDo(title=words % told, url=f"{url}?state=missing", weight=35, note=in_language(version.project.title))
