"""QQVET's plan as it could have been adopted at the kick-off; the activities are invented."""

from __future__ import annotations

from datetime import date, timedelta

from accounts.models import User
from dissemination.enums import ChannelKind, Duty, EventKind, ReachKind, ReachUnit
from dissemination.models import (
    Activity,
    Channel,
    ContractualTask,
    EventDuty,
    Objective,
    PlannedActivity,
    PlannedEvent,
    TargetGroup,
)
from dissemination.services.plan.activities import read_reach, record_activity
from dissemination.services.plan.adoption import accept_plan, adopt_plan
from dissemination.services.plan.parts import save_part
from network.models import Category, Partner, Project

KICK_OFF = date(2018, 1, 12)
OBJECTIVES = (
    {"en": "Enterprises and schools know what work-based learning brings",
     "es": "Empresas y centros conocen lo que aporta el aprendizaje en el trabajo"},
    {"en": "Public bodies use the findings", "es": "Las administraciones utilizan los resultados"},
)  # fmt: skip
GROUPS = (
    (0, "teachers", {"en": "Teachers and trainers", "es": "Profesorado y personal formador"}),
    (0, "students", {"en": "Students and their families", "es": "Estudiantes y sus familias"}),
    (0, "enterprises", {"en": "Enterprises and chambers", "es": "Empresas y cámaras"}),
    (1, None, {"en": "Public bodies", "es": "Administraciones públicas"}),
)
CHANNELS = (
    (ChannelKind.WEBSITE, "Project website"), (ChannelKind.SOCIAL_MEDIA, "Project page on a social network"),
    (ChannelKind.PRESS, "Local press"), (ChannelKind.NEWSLETTER, "Newsletters of chambers"),
)  # fmt: skip
# Group, channel, title, from, until, target, whether it was done.
ACTIVITIES = (
    (1, 1, {"en": "Posts on the first placements", "es": "Publicaciones sobre las primeras prácticas"},
     date(2018, 2, 1), date(2018, 6, 30), 2000, True),
    (2, 3, {"en": "Article in a chamber's newsletter", "es": "Artículo en el boletín de una cámara"},
     date(2018, 9, 1), date(2018, 11, 30), 800, True),
    (3, 2, {"en": "Interview in the local press", "es": "Entrevista en la prensa local"},
     date(2019, 2, 1), date(2019, 4, 30), 5000, False),
)  # fmt: skip
TASKS = (
    {"en": "Host at least one multiplier event", "es": "Organizar al menos un evento multiplicador"},
    {"en": "Keep the record of activities up to date each month", "es": "Mantener cada mes el registro de actividades"},
)
HEADS = {"local": 35, "international": 5}


def load_plan() -> None:
    project = Project.objects.get(code="qqvet")
    coordinator = User.objects.get(email="coordinator@example.org")
    partners = list(project.partners.select_related("organisation", "project"))
    groups, channels = _project_parts(project, coordinator)
    for partner in partners:
        _promises(partner, groups, channels, coordinator)
    version = adopt_plan(project=project, adopted_on=KICK_OFF, occasion="Kick-off, Brussels", by=coordinator)
    for partner in partners[:-1]:
        name = f"Invented Director ({partner.organisation.country})"
        accept_plan(version=version, partner=partner, name=name, accepted_on=KICK_OFF, by=coordinator)
    _extra(partners[0], coordinator)


def _project_parts(project: Project, by: User) -> tuple[list[TargetGroup], list[Channel]]:
    objectives = [
        save_part(Objective(project=project), by=by, title=title, order=order)
        for order, title in enumerate(OBJECTIVES, 1)
    ]
    categories = {category.code: category for category in Category.objects.in_project(project)}
    groups = [
        save_part(
            TargetGroup(project=project), by=by, title=title, objective=objectives[objective],
            category=categories.get(code or ""),
        )
        for objective, code, title in GROUPS
    ]  # fmt: skip
    channels = [save_part(Channel(project=project), by=by, kind=kind, name=name) for kind, name in CHANNELS]
    for title in TASKS:
        save_part(ContractualTask(project=project), by=by, title=title, source="Invented article 1")
    save_part(EventDuty(project=project), by=by, kind=EventKind.MULTIPLIER_EVENT, number=1)
    save_part(EventDuty(project=project), by=by, kind=EventKind.CONFERENCE, number=1, is_international=True)
    return groups, channels


def _promises(partner: Partner, groups: list[TargetGroup], channels: list[Channel], by: User) -> None:
    """The same promises of every partner; how much of them is done differs."""
    country = partner.organisation.country
    for group, channel, title, starts_on, ends_on, target, is_done in ACTIVITIES:
        planned = save_part(
            PlannedActivity(project=partner.project), by=by, partner=partner, group=groups[group],
            channel=channels[channel], title=title, starts_on=starts_on, ends_on=ends_on, target=target,
            indicator="Readers", language="es" if country == "ES" else "en",
        )  # fmt: skip
        if is_done and (country, group) not in {("BE", 2), ("CZ", 1)}:
            _done(planned, by)
    save_part(
        PlannedEvent(project=partner.project), by=by, partner=partner, kind=EventKind.MULTIPLIER_EVENT,
        title={"en": f"Multiplier event in {country}", "es": f"Evento multiplicador en {country}"},
        starts_on=date(2019, 3, 1), ends_on=date(2019, 6, 30), country=country, is_multiplier=True,
        local_heads=HEADS["local"], international_heads=HEADS["international"],
    )  # fmt: skip
    if country == "ES":
        save_part(
            PlannedEvent(project=partner.project), by=by, partner=partner, kind=EventKind.CONFERENCE,
            title={"en": "Final international conference", "es": "Conferencia internacional final"},
            starts_on=date(2019, 6, 1), ends_on=date(2019, 7, 31), country=country, is_final_conference=True,
            local_heads=60, international_heads=20,
        )  # fmt: skip


def _done(planned: PlannedActivity, by: User) -> None:
    answers = dict.fromkeys(Duty.values, "yes")
    if planned.channel.kind == ChannelKind.NEWSLETTER:
        answers.pop(Duty.LICENCE)
    activity = record_activity(
        Activity(project=planned.project), by=by, partner=planned.partner, planned=planned, title=planned.title["en"],
        done_on=planned.ends_on, language=planned.language, duties=answers,
        links=[f"https://example.org/invented/{planned.pk}"],
    )  # fmt: skip
    for days, share in ((0, 0.4), (60, 0.9)):
        read_reach(
            activity=activity, unit=ReachUnit.READERS, kind=ReachKind.MEASURED, source="Counter of the page", by=by,
            read_on=planned.ends_on + timedelta(days=days), number=int((planned.target or 0) * share),
        )  # fmt: skip


def _extra(partner: Partner, by: User) -> None:
    """Something good that nobody had planned."""
    record_activity(
        Activity(project=partner.project), by=by, partner=partner, title="Invented visit of a radio station",
        done_on=date(2018, 10, 4), place="Valencia", duties={Duty.EMBLEM: "no"},
    )  # fmt: skip
