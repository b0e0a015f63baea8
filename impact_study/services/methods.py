"""How a study's data came about, in a few lines that go with every file of answers."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from impact_study.models import Study, Wave
from impact_study.services.export_csv import responses_of


def method_lines(study: Study) -> list[tuple[str, str]]:
    """In the language in force."""
    waves = Wave.objects.filter(study=study).select_related("version__instrument")
    lines = [
        (_("Study"), str(study)),
        (_("Design"), study.get_design_display()),
        (_("Linking"), study.get_linkage_display()),
        (_("Anonymity"), study.get_anonymity_display()),
        (_("Smallest group shown"), str(study.minimum_group)),
        (_("Filter"), _("Complete responses only, in random order")),
        (_("Rows"), str(responses_of(study).count())),
        (_("Written"), date_format(timezone.localtime(), "DATETIME_FORMAT")),
        *((str(wave), f"{wave.version.instrument} · {wave.version.number}") for wave in waves),
        (_("Licence"), f"{settings.CONTENT_LICENCE} · {settings.CONTENT_LICENCE_URL}"),
    ]
    if study.is_simulated:
        lines.append((_("Data"), _("The answers of this study are simulated.")))
    return lines
