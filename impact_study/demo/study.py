"""QQVET's first intellectual output: instruments of six groups from the item bank, both waves, simulated answers."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from accounts.models import User
from impact_study.demo.answers import PROMISED, open_doors, simulate
from impact_study.demo.editions import publish_editions
from impact_study.enums import Design, WaveKind
from impact_study.instruments import build_instrument
from impact_study.models import InstrumentVersion, Study, Wave
from impact_study.services.instruments import create_instrument
from impact_study.services.plans import begin_plan
from impact_study.services.runs import run_at_once
from impact_study.services.studies import close_study, create_study, start_study
from impact_study.services.versions import publish_version
from impact_study.services.waves import add_wave
from network.enums import RespondentGroup
from network.models import Project

ZONE = ZoneInfo("Europe/Madrid")
WAVES = {
    WaveKind.PRE: (date(2018, 2, 1), date(2018, 3, 15)),
    WaveKind.POST: (date(2018, 5, 15), date(2018, 7, 1)),
}
TITLE = {
    "en": "Impact of work-based learning in six countries (simulated answers)",
    "es": "Impacto del aprendizaje en el trabajo en seis países (respuestas simuladas)",
}


def load_study() -> None:
    """The study of which every figure is simulated; it is closed, and its secret destroyed."""
    project = Project.objects.get(code="qqvet")
    by = User.objects.get(email="coordinator@example.org")
    facts = {
        "code": "io1", "title": TITLE, "design": Design.PRE_POST, "languages": ["en", "es"], "is_simulated": True,
        "legal_basis": "Public task; answers under pseudonyms", "time_zone": "Europe/Madrid",
        "retain_until": date(2024, 8, 31),
    }  # fmt: skip
    study = create_study(project=project, facts=facts, by=by)
    partners = list(project.partners.select_related("organisation"))
    waves = {}
    for group in RespondentGroup:
        for kind in (WaveKind.PRE, WaveKind.POST):
            version = published_version(project, group, kind, by)
            promised = PROMISED.get(group)
            targets = {partner: promised for partner in partners if promised}
            opens, closes = (datetime.combine(day, time(8), ZONE) for day in WAVES[kind])
            wave_facts = {"group": group, "kind": kind, "version": version, "opens_at": opens, "closes_at": closes}
            waves[str(group), str(kind)] = add_wave(study=study, facts=wave_facts, targets=targets, by=by)
    start_study(study=study, by=by)
    study.refresh_from_db()
    answered: dict[tuple[str, str], Wave] = {key: wave for key, wave in waves.items() if key[0] in PROMISED}
    open_doors(waves, partners)
    simulate(study, answered, partners)
    plan = begin_plan(study=study, by=by)
    close_study(study=Study.objects.get(pk=study.pk), by=by)
    publish_editions(run=run_at_once(plan=plan, by=by), by=by)


def published_version(project: Project, group: RespondentGroup, kind: WaveKind, by: User) -> InstrumentVersion:
    built = build_instrument(group, kind)
    version = create_instrument(
        project=project, code=f"{group}-{kind}".replace("_", "-"), group=group, by=by,
        title={language: texts["meta.title"] for language, texts in built.texts.items()},
        document=built.definition.as_data(), texts=built.texts,
    )  # fmt: skip
    return publish_version(version=version, seen=version.revision, by=by)
