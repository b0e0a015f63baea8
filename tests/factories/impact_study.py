from __future__ import annotations

from hashlib import sha256
from uuid import uuid4

import factory
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from impact_study import models
from impact_study.enums import ChannelKind, RunState, StudyState, VersionState, WaveKind
from network.enums import RespondentGroup
from network.models import Output
from tests.factories.network import Factory, PartnerFactory, ProjectFactory

# One page, one question: enough for whatever does not look at the questions.
SMALL_DEFINITION = {
    "format": 1,
    "meta": {"code": "small", "base_language": "en", "languages": ["en", "es"], "title": "title"},
    "choice_lists": [
        {
            "code": "agree3",
            "choices": [
                {"code": "no", "text": "list.agree3.no", "value": 1},
                {"code": "partly", "text": "list.agree3.partly", "value": 2},
                {"code": "yes", "text": "list.agree3.yes", "value": 3},
            ],
        }
    ],
    "scales": [],
    "pages": [
        {
            "code": "work",
            "title": "page.work",
            "items": [
                {
                    "kind": "question", "code": "useful", "type": "single", "text": "q.useful", "choices": "agree3",
                    "required": "soft",
                }
            ],
        }
    ],
}  # fmt: skip
SMALL_TEXTS = {
    "en": {
        "title": "A small survey", "page.work": "Your work", "q.useful": "Was it useful?", "list.agree3.no": "No",
        "list.agree3.partly": "Partly", "list.agree3.yes": "Yes",
    },
    "es": {
        "title": "Una encuesta pequeña", "page.work": "Su trabajo", "q.useful": "¿Fue útil?", "list.agree3.no": "No",
        "list.agree3.partly": "En parte", "list.agree3.yes": "Sí",
    },
}  # fmt: skip


class StudyFactory(Factory):
    class Meta:
        model = models.Study

    project = factory.SubFactory(ProjectFactory)
    code = factory.Sequence(lambda n: f"study-{n}")
    title = {"en": "Invented study", "es": "Estudio inventado"}
    languages = ["en", "es"]
    state = StudyState.RUNNING


class InstrumentFactory(Factory):
    class Meta:
        model = models.Instrument

    project = factory.SubFactory(ProjectFactory)
    code = factory.Sequence(lambda n: f"instrument-{n}")
    title = {"en": "Small survey", "es": "Encuesta pequeña"}
    group = RespondentGroup.STUDENT


class VersionFactory(Factory):
    class Meta:
        model = models.InstrumentVersion

    instrument = factory.SubFactory(InstrumentFactory)
    number = factory.Sequence(lambda n: n % 30_000 + 1)
    definition = factory.LazyFunction(lambda: SMALL_DEFINITION)
    languages = ["en", "es"]
    state = VersionState.PUBLISHED
    published_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def texts(self, create, extracted, **kwargs):
        models.Translation.objects.bulk_create(
            models.Translation(version=self, language=language, key=key, text=text)
            for language, texts in (extracted or SMALL_TEXTS).items()
            for key, text in texts.items()
        )


class WaveFactory(Factory):
    class Meta:
        model = models.Wave

    study = factory.SubFactory(StudyFactory)
    group = RespondentGroup.STUDENT
    kind = WaveKind.PRE
    version = factory.SubFactory(VersionFactory, instrument__project=factory.SelfAttribute("...study.project"))


class ChannelFactory(Factory):
    class Meta:
        model = models.Channel

    wave = factory.SubFactory(WaveFactory)
    partner = factory.SubFactory(PartnerFactory, project=factory.SelfAttribute("..wave.study.project"))
    kind = ChannelKind.OPEN_LINK


class ResponseFactory(Factory):
    class Meta:
        model = models.Response

    wave = factory.SubFactory(WaveFactory)
    study = factory.SelfAttribute("wave.study")
    version = factory.SelfAttribute("wave.version")
    partner = factory.SubFactory(PartnerFactory, project=factory.SelfAttribute("..study.project"))
    country = "ES"
    language = "en"
    channel_kind = ChannelKind.OPEN_LINK
    day = factory.LazyFunction(timezone.localdate)
    answers = {"useful": "yes"}
    submission_hash = factory.LazyFunction(lambda: sha256(uuid4().bytes).hexdigest())


class SentFileFactory(Factory):
    class Meta:
        model = models.SentFile

    wave = factory.SubFactory(WaveFactory)
    response = factory.SubFactory(ResponseFactory, wave=factory.SelfAttribute("..wave"))
    owner_hash = factory.LazyFunction(lambda: sha256(uuid4().bytes).hexdigest())
    question = "plan"
    file = factory.LazyFunction(lambda: default_storage.save(f"survey-files/{uuid4().hex}", ContentFile(b"%PDF-1.7")))
    name = "plan.pdf"
    content_type = "application/pdf"
    size = 8
    sha256 = sha256(b"%PDF-1.7").hexdigest()


class PlanFactory(Factory):
    class Meta:
        model = models.AnalysisPlan

    study = factory.SubFactory(StudyFactory)
    number = 1
    content = factory.LazyFunction(lambda: {"waves": ["pre"], "blocks": [{"code": "response", "kind": "response"}]})


class SnapshotFactory(Factory):
    class Meta:
        model = models.StudySnapshot

    study = factory.SubFactory(StudyFactory)
    number = 1
    sha256 = "0" * 64
    rows = 0
    codebook = factory.LazyFunction(lambda: {"study": "study", "waves": [], "variables": [], "scales": []})


# One result of the smallest kind: enough for whatever does not look at figures.
HIDDEN_RESULT = {
    "key": "response.response", "block": "response", "kind": "response", "exploratory": False, "variable": "response",
    "other": "", "waves": [], "groups": [], "where": {"wave": "pre"}, "n": None, "missing": {},
    "method": "response_counts", "rule": "response", "warnings": [], "p": None, "p_adjusted": None, "correction": None,
    "family": 0, "result": {"result": "withheld", "why": "small", "minimum": 5}, "beside": {},
}  # fmt: skip


class RunFactory(Factory):
    class Meta:
        model = models.AnalysisRun

    plan = factory.SubFactory(PlanFactory)
    study = factory.SelfAttribute("plan.study")
    snapshot = factory.SubFactory(SnapshotFactory, study=factory.SelfAttribute("..study"))
    number = 1
    state = RunState.DONE
    results = factory.LazyFunction(lambda: [HIDDEN_RESULT, HIDDEN_RESULT])


class PublicationFactory(Factory):
    class Meta:
        model = models.Publication

    run = factory.SubFactory(RunFactory)
    study = factory.SelfAttribute("run.study")
    language = "en"


class FindingFactory(Factory):
    class Meta:
        model = models.Finding

    run = factory.SubFactory(RunFactory)
    key = factory.Sequence(lambda number: f"change.skill_{number}")
    output = factory.LazyAttribute(
        lambda finding: Output.objects.create(
            project=finding.run.study.project, kind="finding", title={"en": "Skill rose."}, is_public=True,
            address=f"/p/{finding.run.study.project.code}/study/{finding.run.study.code}/1/#{finding.key}",
            anchor="skill", figure={"what": "difference", "value": 0.5, "n": 60},
        )
    )  # fmt: skip
