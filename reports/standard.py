"""The templates every installation has from the start, as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.enums import SectionKind, Writer

LIMIT = 5000
SHORT = 2000


@dataclass(frozen=True)
class Outline:
    code: str
    title: dict[str, str]
    help: dict[str, str] = field(default_factory=dict)
    kind: SectionKind = SectionKind.TEXT
    chapter: str = ""
    writer: Writer = Writer.NOBODY
    limit: int = LIMIT
    is_public: bool = False
    is_annex: bool = False


@dataclass(frozen=True)
class Standard:
    code: str
    version: int
    name: dict[str, str]
    sections: tuple[Outline, ...]


PROGRESS_REPORT = Standard(
    code="progress-report-ka2",
    version=1,
    name={"en": "Progress report KA2", "es": "Informe de progreso KA2"},
    sections=(
        Outline(
            "summary",
            {"en": "Summary", "es": "Resumen"},
            {
                "en": "Published. Context, objectives, number and profile of participants, activities, results and "
                "impact, longer-term benefits.",
                "es": "Se publica. Contexto, objetivos, número y perfil de los participantes, actividades, resultados "
                "e impacto, beneficios a largo plazo.",
            },
            writer=Writer.COORDINATOR,
            is_public=True,
        ),
        Outline(
            "implementation",
            {"en": "Implementation", "es": "Ejecución"},
            {
                "en": "Main activities, practical arrangements, changes against the plan, dissemination, next steps.",
                "es": "Actividades principales, organización, cambios respecto al plan, difusión y próximos pasos.",
            },
            writer=Writer.COORDINATOR,
        ),
        Outline(
            "participation",
            {"en": "Participation and quotas", "es": "Participación y cuotas"},
            kind=SectionKind.CHAPTER,
            chapter="network.quotas",
        ),
        Outline(
            "experiences",
            {"en": "Work-based learning experiences", "es": "Experiencias de aprendizaje en el trabajo"},
            kind=SectionKind.CHAPTER,
            chapter="network.experiences",
        ),
        Outline("other-results", {"en": "Other results", "es": "Otros resultados"}, kind=SectionKind.OTHER_CHAPTERS),
        Outline(
            "partner-activities",
            {"en": "Activities of the partners", "es": "Actividades de los socios"},
            {
                "en": "What your organisation did in this period, for whom, and with what result. Write no names of "
                "participants.",
                "es": "Qué ha hecho su organización en este período, para quién y con qué resultado. No escriba "
                "nombres de participantes.",
            },
            writer=Writer.EACH_PARTNER,
        ),
        Outline(
            "partner-difficulties",
            {"en": "Difficulties and how they were met", "es": "Dificultades y cómo se resolvieron"},
            {
                "en": "What did not go as planned, what you did about it, and what is still open.",
                "es": "Qué no salió según lo previsto, qué se hizo y qué queda pendiente.",
            },
            writer=Writer.EACH_PARTNER,
            limit=SHORT,
        ),
        Outline("approval", {"en": "Approval", "es": "Aprobación"}, kind=SectionKind.APPROVAL),
        Outline(
            "evidence",
            {"en": "List of evidence", "es": "Relación de justificantes"},
            kind=SectionKind.CHAPTER,
            chapter="network.evidence",
            is_annex=True,
        ),
        Outline(
            "adjustments",
            {"en": "Adjustments and late records", "es": "Ajustes y registros tardíos"},
            kind=SectionKind.CHAPTER,
            chapter="network.adjustments",
            is_annex=True,
        ),
        Outline(
            "method",
            {"en": "How we count", "es": "Cómo contamos"},
            kind=SectionKind.CHAPTER,
            chapter="network.method",
            is_annex=True,
        ),
    ),
)
STANDARDS = (PROGRESS_REPORT,)
