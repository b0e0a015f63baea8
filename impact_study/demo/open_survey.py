"""A survey that is open to whoever tries the demo, on a phone as well: nothing in it is said of real people."""

from __future__ import annotations

from accounts.models import User
from impact_study.demo.study import published_version
from impact_study.enums import ChannelKind, Design, Linkage, WaveKind
from impact_study.models import Channel
from impact_study.services.studies import create_study, start_study
from impact_study.services.waves import add_wave
from network.enums import RespondentGroup
from network.models import Project

ADDRESS = "try-it"
TITLE = {
    "en": "What students take home from a placement (to try out)",
    "es": "Qué aporta una estancia al alumnado (para probar)",
}


def load_open_survey() -> None:
    project = Project.objects.get(code="doallvet")
    by = User.objects.get(email="coordinator@example.org")
    facts = {
        "code": "try", "title": TITLE, "design": Design.CROSS_SECTION, "languages": ["en", "es"],
        "linkage": Linkage.NONE, "is_simulated": True, "legal_basis": "Public task; answers without names",
        "time_zone": "Europe/Madrid",
    }  # fmt: skip
    study = create_study(project=project, facts=facts, by=by)
    version = published_version(project, RespondentGroup.STUDENT, WaveKind.POST, by)
    wave_facts = {"group": RespondentGroup.STUDENT, "kind": WaveKind.POST, "version": version}
    wave = add_wave(study=study, facts=wave_facts, targets={}, by=by)
    start_study(study=study, by=by)
    partner = project.partners.filter(organisation__country="ES").order_by("number")[0]
    # An address that can be written down, where real ones cannot be guessed.
    Channel.objects.create(wave=wave, partner=partner, kind=ChannelKind.OPEN_LINK, slug=ADDRESS)
