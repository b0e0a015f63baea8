"""Stores simulated answers as if they had come in: responses, respondents under pseudonyms, counters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from impact_study.demo.simulation import Respondent, respondents
from impact_study.enums import ChannelKind, CountedStep, ResponseState, WaveKind
from impact_study.models import Channel, Participant, Response, ResponseDelta, Study, Wave
from impact_study.rules.answers import settle
from impact_study.rules.codes import pseudonym
from impact_study.rules.definition import Definition, read_definition
from impact_study.services.counters import Place, delta, fold_counts
from network.enums import RespondentGroup
from network.models import Partner

# What each partner promised, by group: 30 teachers or trainers, 50 students, 5 directors, 20 enterprises.
PROMISED: Mapping[str, int] = {
    RespondentGroup.STUDENT: 50, RespondentGroup.ENTERPRISE: 20, RespondentGroup.TRAINER: 10,
    RespondentGroup.TEACHER: 20, RespondentGroup.DIRECTOR: 5,
}  # fmt: skip
# So many of a hundred of those who answer afterwards can be linked to what they said before.
LINKED = 0.88
FIRST_DAY = {WaveKind.PRE: date(2018, 2, 1), WaveKind.POST: date(2018, 5, 15)}
STEPS = (CountedStep.REACHED, CountedStep.STARTED, CountedStep.COMPLETE)


def simulate(study: Study, waves: Mapping[tuple[str, str], Wave], partners: list[Partner]) -> int:
    """Answers of both waves for every group and partner; returns how many."""
    definitions = {key: read_definition(wave.version.definition) for key, wave in waves.items()}
    made: list[Response] = []
    names: set[str] = set()
    for group, number in PROMISED.items():
        for partner in partners:
            for count, one in enumerate(respondents(group, partner.organisation.country, number)):
                for kind in (WaveKind.PRE, WaveKind.POST):
                    wave = waves[group, kind]
                    name = _pseudonym(study, partner, group, count, kind)
                    names.add(name)
                    made.append(_response(study, wave, definitions[group, kind], partner, one, kind, name))
    _store(study, made, names)
    for wave in waves.values():
        fold_counts(wave)
    return len(made)


def _pseudonym(study: Study, partner: Partner, group: str, count: int, kind: str) -> str:
    """The same for one person in both waves, but for those who lost their card."""
    lost = Random(f"{partner.organisation.country}-{group}-{count}").random() >= LINKED  # noqa: S311
    mark = kind if lost and kind == WaveKind.POST else ""
    return pseudonym(study.secret, "code", f"{partner.pk}-{group}-{count}{mark}")


def _response(
    study: Study, wave: Wave, definition: Definition, partner: Partner, one: Respondent, kind: str, name: str
) -> Response:
    day = FIRST_DAY[WaveKind(kind)] + timedelta(days=one.random.randrange(28))
    values, missing = one.answers(definition, after=kind == WaveKind.POST)
    settled = settle(definition, values, missing, today=day)
    response = Response(
        study=study, wave=wave, version=wave.version, partner=partner, country=partner.organisation.country,
        language="es" if partner.organisation.country == "ES" else "en", channel_kind=ChannelKind.CODE,
        state=ResponseState.COMPLETE, day=day, seconds=one.random.randrange(240, 700), answers=settled.answers,
        missing={code: str(reason) for code, reason in settled.missing.items()},
        schema_hash=wave.version.content_hash, submission_hash=sha256(f"{wave.pk}:{name}".encode()).hexdigest(),
    )  # fmt: skip
    response.pseudonym = name  # type: ignore[attr-defined]  # carried to `_store` only
    return response


def _store(study: Study, made: list[Response], names: set[str]) -> None:
    """In random order, as everything that is stored of answers."""
    ordered = sorted(names)
    people = Participant.objects.bulk_create(Participant(study=study, pseudonym=name) for name in ordered)
    by_name = {person.pseudonym: person for person in people}
    for response in made:
        response.participant = by_name[response.pseudonym]  # type: ignore[attr-defined]
    Random(2017).shuffle(made)  # noqa: S311
    Response.objects.bulk_create(made, batch_size=500)
    ResponseDelta.objects.bulk_create(
        (
            delta(Place(row.wave_id, row.partner_id, row.country, row.language, row.channel_kind, str(step)))
            for row in made
            for step in STEPS
        ),
        batch_size=500,
    )


def open_doors(waves: Mapping[tuple[str, str], Wave], partners: list[Partner]) -> None:
    """A way in for every partner and wave, by code card."""
    Channel.objects.bulk_create(
        Channel(wave=wave, partner=partner, kind=ChannelKind.CODE) for wave in waves.values() for partner in partners
    )
