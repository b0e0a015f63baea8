"""What people are, as lists say it: from a function in any language and gender to a group of stakeholders."""

from __future__ import annotations

import re
from functools import lru_cache

from core.text import fold
from network.enums import OrganisationKind, RespondentGroup

# Whole words; a star stands for any ending. Of several groups the first here is meant: a tutor at a company
# is a trainer although the company is named, a deputy director is a director although a teacher.
WORDS: tuple[tuple[RespondentGroup, str], ...] = (
    (
        RespondentGroup.TRAINER,
        (
            "tutor tutora tutore tutori tutrice tutor* mentor* ausbilder* praxisanleiter* praxisbetreuer* "
            "praktijkopleider* praktijkbegeleider* stagebegeleider* tyopaikkaohjaaja* tyopaikkakouluttaja* "
            "opiekun opiekunka tuteur orientador orientadora monitor monitora indrumator indrumatoare supervisor* "
            "instruktor* instructeur* instructor instructora istruttore istruttrice leermeester*"
        ),
    ),
    (
        RespondentGroup.DIRECTOR,
        (
            "director directora directoare directeur directrice direttore direttrice dirigente reditel reditelka "
            "rehtori* schulleiter* direktor* dyrektor* rector rectora rektor* headteacher* headmaster* "
            "headmistress principal preside proviseur schooldirecteur zastupce zastepca diretor diretora "
            "subdirector subdirectora koulutuspaallik* vicedirector* vicereditel*"
        ),
    ),
    (
        RespondentGroup.TEACHER,
        (
            "teacher* lecturer* trainer* profesor profesora profesores profesoara profesori professor professora "
            "professore professoressa professeur* docente docenti docent docenta docenten ensenante maestro "
            "maestru maistru maistra ucitel* lektor* opettaja* kouluttaja* lehrer* lehrkraft lehrkrafte "
            "leraar lerares leerkracht* nauczyciel* wykladow* trener* enseignant* formateur* formatrice* "
            "formatore formador formadora formadores formator formatoare insegnante insegnanti profesorado "
            "educador educadora educator educatoare cadru cadre vyucujici pedagog* mistr mistrova orientatore"
        ),
    ),
    (
        RespondentGroup.STUDENT,
        (
            "student* alumno alumna alumnos alumnas alumnado estudiante estudiantes aprendiz aprendiza elev eleva "
            "elevi eleve elevii aluno aluna alunos alunas estudante formando formanda alunno alunna alunni "
            "studente studentessa studenti tirocinante stagista apprendista etudiant* apprenti* stagiaire* "
            "apprenant* leerling* cursist* zak zakyne zaci ucen ucednik ucnice opiskelija* oppilas oppilaat "
            "schuler* auszubildende* azubi* lehrling* lernende* uczen uczennica uczniowie praktykant* stazyst* "
            "learner* pupil* apprentice* trainee* intern ucenic ucenica studentka"
        ),
    ),
    (
        RespondentGroup.PUBLIC_BODY,
        (
            "ayuntamiento administracion funcionario funcionaria sindicato sindicalista camara consejeria "
            "ministerio municipio autoridad publica primarie primaria inspector inspectora inspectorat minister "
            "ministry municipality authority chamber union council camera comune regione sindacato ministero "
            "funzionario chambre mairie ministere syndicat fonctionnaire gemeente ministerie vakbond ambtenaar "
            "kamer urad urednik urednice ministerstvo komora odbory mesto virkamies kunta liitto kamari behorde "
            "ministerium kammer gewerkschaft beamter beamtin urzad urzednik ministerstwo izba zwiazek samorzad "
            "municipal funcionar sindicat autoritate autarquia junta"
        ),
    ),
    (
        RespondentGroup.ENTERPRISE,
        (
            "empresa empresas empresario empresaria empresarial gerente company companies enterprise* employer* "
            "business owner ceo entrepreneur* manager firma firme firmei companie antreprenor antreprenoare "
            "intreprindere angajator patron azienda aziende impresa imprese imprenditore imprenditrice titolare "
            "datore entreprise* employeur* dirigeant* chef bedrijf bedrijven ondernemer* werkgever* zaakvoerder "
            "podnik podnikatel* zamestnavatel* jednatel* yritys yrityksen yrittaja* tyonantaja* unternehmen "
            "unternehmer* betrieb arbeitgeber* geschaftsfuhrer* inhaber* przedsiebiorca przedsiebiorstwo "
            "pracodawca wlasciciel* empregador empregadora empresarios entidade"
        ),
    ),
)
# Said in two words that mean something else apart.
PHRASES = {
    "maistru instructor": RespondentGroup.TEACHER,  # teaches the trade at a Romanian school
    "head teacher": RespondentGroup.DIRECTOR,
    "head of school": RespondentGroup.DIRECTOR,
    "school leader": RespondentGroup.DIRECTOR,
    "chef d entreprise": RespondentGroup.ENTERPRISE,
    "dirigente scolastico": RespondentGroup.DIRECTOR,
    "director de empresa": RespondentGroup.ENTERPRISE,
    "maestro de taller": RespondentGroup.TEACHER,
}
ORGANISATION_KINDS: tuple[tuple[OrganisationKind, str], ...] = (
    (
        OrganisationKind.VET_PROVIDER,
        (
            "ies cifp cpifp instituto colegio escuela centro fp liceul liceu colegiul colegiu scoala seminar "
            "escola agrupamento istituto scuola liceo ipsia itis iti ifts its lycee ecole cfa school college "
            "academy sou sos soue skola ucilisko stredni gymnazium oppilaitos opisto ammattiopisto koulu "
            "koulutuskuntayhtyma berufsschule berufskolleg schule kolleg roc mbo szkola zespol technikum zsz "
            "akademia provider vet"
        ),
    ),
    (
        OrganisationKind.CHAMBER,
        ("camara camera chambre chamber komora kammer ihk hwk izba kamer kauppakamari"),
    ),
    (
        OrganisationKind.SOCIAL_PARTNER,
        (
            "sindicato sindicat sindacato syndicat union vakbond odbory liitto gewerkschaft zwiazek confederacion "
            "patronal patronat confindustria federation federacion social partner"
        ),
    ),
    (
        OrganisationKind.EMPLOYMENT_SERVICE,
        ("sepe ajofm anofm iefp pole employment jobcenter up vdab forem urzad"),
    ),
    (
        OrganisationKind.PUBLIC_BODY,
        (
            "ayuntamiento consejeria ministerio junta primaria comune regione provincia ministero mairie "
            "ministere gemeente ministerie ministerstvo ministry municipality council stadt ministerium kunta "
            "kaupunki gmina ministerstwo municipio camara municipal public inspectoratul publico"
        ),
    ),
    (
        OrganisationKind.ENTERPRISE,
        (
            "sl sa slu sau srl srls spa snc sas sarl eurl sasu lda ltd plc llc gmbh ag kg ug oy oyj ab bv nv vof "
            "sro as spzoo empresa azienda impresa entreprise bedrijf podnik yritys betrieb unternehmen "
            "przedsiebiorstwo company enterprise firma"
        ),
    ),
)


@lru_cache(maxsize=10_000)
def function_group(function: str) -> RespondentGroup | None:
    """The group a function belongs to; None when no word of it is known."""
    folded = fold(re.sub(r"[/(](?:a|as|in|innen|ka|e|es|ice|trice|o|os)\)?(?=\W|$)", "", function))
    if phrase := next((phrase for phrase in PHRASES if phrase in folded), None):
        return PHRASES[phrase]
    words = folded.split()
    return next((group for group, known in _known_functions() if any(_is_one(word, known) for word in words)), None)


@lru_cache(maxsize=1)
def _known_functions() -> tuple[tuple[RespondentGroup, tuple[frozenset[str], tuple[str, ...]]], ...]:
    return tuple((group, _prepared(words)) for group, words in WORDS)


def _prepared(words: str) -> tuple[frozenset[str], tuple[str, ...]]:
    listed = words.split()
    starts = tuple(word[:-1] for word in listed if word.endswith("*"))
    return frozenset(word for word in listed if not word.endswith("*")), starts


def _is_one(word: str, known: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    return word in known[0] or (bool(known[1]) and word.startswith(known[1]))


@lru_cache(maxsize=10_000)
def organisation_kind(name: str) -> OrganisationKind | None:
    """What kind of organisation a name or a word for a kind suggests; None when nothing does."""
    words = fold(name).split()
    ends = {"".join(words[-length:]) for length in (1, 2, 3, 4)} | {"".join(words[:2])}
    everything = ends | set(words)
    return next((kind for kind, known in ORGANISATION_KINDS if everything & set(known.split())), None)
