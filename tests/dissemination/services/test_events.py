from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone

from core.models import AuditEntry, Mail
from core.problems import ProblemsFound
from dissemination.enums import EventState, RegistrationState
from dissemination.models import Event, FollowUp, Registration
from dissemination.services import cleaning, news, steps
from dissemination.services.events import Plan, change_event, create_event, event_problems
from dissemination.services.follow_up import demands_of, set_follow_up
from dissemination.services.forms import set_questions
from dissemination.services.holding import hold_event, note_attended
from dissemination.services.telling import tell
from network.enums import ParticipationState, PeriodState, Role
from network.models import Participation, Person, PossibleDuplicate
from network.rules.names import person_key
from tests.factories import CategoryFactory, PartnerFactory, PeriodFactory, PersonFactory, UserFactory
from tests.factories.dissemination import AttendanceFactory, EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


def codes(problems):
    return [(problem.code, problem.warning) for problem in problems]


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def manager(partner):
    return UserFactory(role=Role.MANAGER, partner=partner)


def facts(partner, **other):
    return {
        "partner": partner, "kind": "workshop", "mode": "on_site", "title": {"en": "Invented"}, "venue": "Hall",
        "country": "ES", "time_zone": "Europe/Madrid", "starts_at": datetime(2018, 3, 1, 9, tzinfo=UTC),
        "ends_at": datetime(2018, 3, 1, 12, tzinfo=UTC), **other,
    }  # fmt: skip


def test_create_makes_a_draft_with_seats_and_an_audit_line(partner, manager):
    event = create_event(
        project=partner.project, plan=Plan(facts=facts(partner), capacity={"on_site": 30, "virtual": 9}), by=manager
    )
    assert (event.state, [(seats.mode, seats.capacity) for seats in event.seats.all()]) == (
        EventState.DRAFT, [("on_site", 30)]
    )  # fmt: skip
    assert AuditEntry.objects.filter(action="dissemination.event.created", project_id=partner.project_id).count() == 1


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"ends_at": datetime(2018, 2, 1, tzinfo=UTC)}, [("ends_first", False)]),
        ({"starts_at": datetime(2016, 1, 1, 9, tzinfo=UTC), "ends_at": datetime(2016, 1, 1, 10, tzinfo=UTC)},
         [("outside_project", False)]),
        ({"time_zone": "Europe/Nowhere"}, [("time_zone", False)]),
    ],
)  # fmt: skip
def test_create_refuses_what_cannot_be(partner, manager, other, expected):
    with pytest.raises(ProblemsFound) as found:
        create_event(project=partner.project, plan=Plan(facts=facts(partner, **other)), by=manager)
    assert codes(found.value.problems) == expected
    assert not Event.objects.exists()


def test_event_outside_the_project_is_kept_with_a_reason_and_pointed_out(partner, manager):
    wanted = facts(
        partner, starts_at=datetime(2016, 1, 1, 9, tzinfo=UTC), ends_at=datetime(2016, 1, 1, 10, tzinfo=UTC),
        outside_reason="Kick-off before the contract",
    )  # fmt: skip
    event = create_event(project=partner.project, plan=Plan(facts=wanted), by=manager)
    assert codes(event_problems(event)) == [("outside_project", True)]


def test_event_in_a_locked_period_is_late(partner, manager):
    PeriodFactory(project=partner.project, state=PeriodState.LOCKED)
    event = create_event(project=partner.project, plan=Plan(facts=facts(partner)), by=manager)
    assert (event.is_late, codes(event_problems(event))) == (True, [("late", True)])


def test_create_for_another_partner_is_refused(partner, manager):
    other = PartnerFactory(project=partner.project)
    with pytest.raises(ProblemsFound) as found:
        create_event(project=partner.project, plan=Plan(facts=facts(other)), by=manager)
    assert codes(found.value.problems) == [("partner", False)]


def test_change_raises_the_sequence_and_tells_the_guests_once(partner, manager, django_capture_on_commit_callbacks):
    event = EventFactory(partner=partner)
    RegistrationFactory(event=event, email="ana@example.org", email_key="ana@example.org")
    RegistrationFactory(event=event, state=RegistrationState.CANCELLED)
    plan = Plan(facts={"starts_at": event.starts_at + timedelta(hours=1), "venue": "Other hall"})
    with django_capture_on_commit_callbacks(execute=True):
        changed = change_event(event=event, seen=event.changed_at.isoformat(), plan=plan, by=manager)
    news.tell_news(event.pk, what="changed", sequence=changed.sequence)

    assert (changed.sequence, changed.previous_starts_at) == (1, event.starts_at)
    assert list(Mail.objects.values_list("to", "subject")) == [("ana@example.org", f"Changed: {event}")]


def test_second_editor_is_told_and_nothing_is_overwritten(partner, manager):
    event = EventFactory(partner=partner, venue="First")
    seen = event.changed_at.isoformat()
    change_event(event=event, seen=seen, plan=Plan(facts={"venue": "Second"}), by=manager)
    with pytest.raises(ProblemsFound) as found:
        change_event(event=event, seen=seen, plan=Plan(facts={"venue": "Third"}), by=manager)
    assert codes(found.value.problems) == [("conflict", False)]
    assert Event.objects.get().venue == "Second"


def test_news_that_the_broker_lost_are_told_once_by_the_sweeper(partner, manager, django_capture_on_commit_callbacks):
    event = RegistrationFactory(event__partner=partner).event
    steps.cancel_event(event=event, reason="Storm", by=manager)
    at_once = news.tell_all_late(now=timezone.now())

    late = timezone.now() + timedelta(minutes=2)
    with django_capture_on_commit_callbacks(execute=True):
        numbers = [news.tell_all_late(now=late) for _twice in range(2)]

    assert (at_once, numbers, Mail.objects.count()) == (0, [1, 0], 1)


def test_postponed_and_cancelled_events_tell_who_registered(partner, manager, django_capture_on_commit_callbacks):
    event = EventFactory(partner=partner)
    RegistrationFactory(event=event)
    RegistrationFactory(event=event, state=RegistrationState.WAITLISTED, place=1)
    with django_capture_on_commit_callbacks(execute=True):
        steps.postpone_event(event=event, reason="Storm", by=manager)
    with django_capture_on_commit_callbacks(execute=True):
        steps.cancel_event(event=event, reason="No new date", by=manager)

    subjects = [subject.partition(":")[0] for subject in Mail.objects.values_list("subject", flat=True)]
    assert sorted(subjects) == ["Cancelled", "Cancelled", "Postponed", "Postponed"]
    assert (event.state, event.sequence, event.reason) == (EventState.CANCELLED, 2, "No new date")
    assert Registration.objects.active().count() == 2
    with pytest.raises(ProblemsFound):
        hold_event(event=event, by=manager)


def test_steps_need_a_reason_and_publishing_needs_a_place(partner, manager):
    event = EventFactory(partner=partner, state=EventState.DRAFT, venue="", title={})
    with pytest.raises(ProblemsFound) as found:
        steps.publish_event(event=event, by=manager)
    assert codes(found.value.problems) == [("no_title", False), ("no_venue", False)]
    with pytest.raises(ProblemsFound) as found:
        steps.cancel_event(event=event, reason=" ", by=manager)
    assert codes(found.value.problems) == [("no_reason", False)]


def held_event(partner, **facts):
    return EventFactory(
        partner=partner, starts_at=datetime(2018, 3, 14, 9, tzinfo=UTC), ends_at=datetime(2018, 3, 14, 15, tzinfo=UTC),
        category=CategoryFactory(project=partner.project), **facts,
    )  # fmt: skip


def seen(event, **facts):
    return AttendanceFactory(registration=RegistrationFactory(event=event, **facts)).registration


def test_held_event_notes_only_who_was_there_and_matches_for_certain_alone(partner, manager):
    event = held_event(partner)
    known = PersonFactory(given_name="Ana", family_name="Invented", partners=[partner])
    known.emails.create(address="ana@example.org", verified_at="2018-01-01T00:00Z")
    alike = PersonFactory(given_name="Bea", family_name="Invented", partners=[partner])
    first = seen(event, name="Ana Invented", email="ana@example.org", email_key="ana@example.org")
    second = seen(event, name="Bea Invented", country="FR")
    RegistrationFactory(event=event, name="Carla Absent")

    noted = hold_event(event=event, by=manager)
    again = note_attended(event=event, by=manager)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (len(noted.records), len(again.records), event.state) == (2, 0, EventState.HELD)
    assert first.person == known
    assert second.person not in (alike, None)
    assert second.person.name_key == person_key("Bea", "Invented")
    pair = PossibleDuplicate.objects.get()
    assert {pair.first, pair.second} == {alike, second.person}
    rows = Participation.objects.values_list("person", "country_then", "state", "held_on", "occasion__title")
    day, title = date(2018, 3, 14), str(event)
    assert sorted(rows) == sorted(
        [
            (known.pk, "ES", ParticipationState.SUBMITTED, day, title),
            (second.person.pk, "FR", ParticipationState.SUBMITTED, day, title),
        ]
    )
    assert Person.objects.count() == 3


def test_guest_without_category_is_not_counted_and_told_of(partner, manager):
    event = held_event(partner)
    Event.objects.filter(pk=event.pk).update(category=None)
    event.refresh_from_db()
    guest = seen(event)
    noted = hold_event(event=event, by=manager)
    assert (list(noted.records), noted.without_category) == ([], [guest])


def test_event_to_come_cannot_be_held(partner, manager):
    with pytest.raises(ProblemsFound) as found:
        hold_event(event=EventFactory(partner=partner), by=manager)
    assert codes(found.value.problems) == [("not_begun", False)]


def test_guests_are_reminded_once_the_day_before(partner):
    event = EventFactory(partner=partner)
    with time_machine.travel(event.starts_at - timedelta(days=9), tick=False):
        RegistrationFactory(event=event)
        RegistrationFactory(event=event, state=RegistrationState.WAITLISTED, place=1)
    before = event.starts_at - timedelta(hours=24)
    assert [news.remind_guests(now=before), news.remind_guests(now=before)] == [1, 0]
    assert news.remind_guests(now=event.starts_at - timedelta(days=3)) == 0


def test_who_wants_no_letters_still_gets_the_ticket_and_nothing_else(partner):
    event = EventFactory(partner=partner)
    PersonFactory(do_not_contact=True).emails.create(address="Ana@Example.org")
    with time_machine.travel(event.starts_at - timedelta(days=9), tick=False):
        silent = RegistrationFactory(event=event, email="ana@example.org")
        RegistrationFactory(event=event, person=PersonFactory(do_not_contact=True))
        heard = RegistrationFactory(event=event, email="bea@example.org")

    assert tell(silent.pk)
    assert news.tell_news(event.pk, what="changed", sequence=1) == 3
    assert news.remind_guests(now=event.starts_at - timedelta(hours=24)) == 3
    assert list(Registration.objects.reachable()) == [heard]


def test_who_was_there_is_asked_once_how_it_was(site):
    event = EventFactory(state=EventState.HELD)
    FollowUp.objects.create(event=event, satisfaction_url=f"{site}/there")
    AttendanceFactory(registration=RegistrationFactory(event=event, email="ana@example.org"))
    silent = PersonFactory(do_not_contact=True)
    AttendanceFactory(registration=RegistrationFactory(event=event, person=silent))
    RegistrationFactory(event=event, email="absent@example.org")
    with time_machine.travel("2030-03-14T14:00:00Z", tick=False):
        assert news.ask_how_it_was(now=timezone.now()) == 0
    with time_machine.travel("2030-03-14T16:00:00Z", tick=False):
        assert [news.ask_how_it_was(now=timezone.now(), allow_private=True) for _twice in range(2)] == [1, 0]
    mail = Mail.objects.get()
    assert (mail.to, f"{site}/there" in mail.text) == ("ana@example.org", True)


def test_nobody_is_sent_to_a_survey_that_is_not_there(site, manager):
    event = EventFactory(state=EventState.HELD)
    kept = FollowUp.objects.create(event=event, satisfaction_url=f"{site}/gone")
    AttendanceFactory(registration=RegistrationFactory(event=event))
    with time_machine.travel("2030-03-14T16:00:00Z", tick=False):
        asked = [news.ask_how_it_was(now=timezone.now(), allow_private=True)]
        missing = [demand.help for demand in demands_of(event) if demand.code == "survey" and not demand.is_there]
        set_follow_up(
            event=event, satisfaction_url=f"{site}/there", minimum_sessions=0, minimum_hours=Decimal(0), by=manager
        )
        asked.append(news.ask_how_it_was(now=timezone.now(), allow_private=True))

    kept.refresh_from_db()
    assert missing == ["It does not answer (404), so nobody was asked. Write the right address."]
    assert (asked, kept.working_survey) == ([0, 1], f"{site}/there")


def test_needs_are_forgotten_after_thirty_days(partner):
    event = EventFactory(partner=partner)
    row = RegistrationFactory(event=event, access_needs="A ramp", diet_needs="No nuts")
    assert cleaning.forget_needs(now=event.ends_at + timedelta(days=29)) == 0
    assert cleaning.forget_needs(now=event.ends_at + timedelta(days=31)) == 1
    row.refresh_from_db()
    assert (row.access_needs, row.diet_needs) == ("", "")


def test_guests_who_never_came_are_forgotten_after_ninety_days(partner):
    held = EventFactory(partner=partner, state=EventState.HELD)
    AttendanceFactory(registration=RegistrationFactory(event=held, name="Ana"))
    AttendanceFactory(registration=RegistrationFactory(event=held, name="Bea"), outcome="to_confirm")
    absent = RegistrationFactory(event=held, name="Cyr", person=PersonFactory(), answers={"why": "Because"})
    undecided = RegistrationFactory(event=EventFactory(partner=partner), name="Dia")

    assert cleaning.forget_absent(now=held.ends_at + timedelta(days=89)) == 0
    assert [cleaning.forget_absent(now=held.ends_at + timedelta(days=91)) for _twice in range(2)] == [1, 0]

    absent.refresh_from_db()
    assert (absent.name, absent.email, absent.answers, absent.person, absent.state) == ("", "", {}, None, "confirmed")
    assert sorted(held.registrations.values_list("name", flat=True)) == ["", "Ana", "Bea"]
    entry = AuditEntry.objects.get(action="dissemination.absent_guests.forgotten")
    assert (entry.target_id, entry.detail) == (str(held.pk), {"number": 1})
    assert cleaning.forget_absent(now=undecided.event.ends_at + timedelta(days=366)) == 1


def test_changed_questions_are_a_new_version_and_answers_keep_theirs(partner, manager):
    event = EventFactory(partner=partner)
    asked = [{"key": "why", "kind": "text", "label": {"en": "Why?"}, "required": False, "options": []}]
    first = set_questions(event=event, questions=asked, by=manager)
    answered = RegistrationFactory(event=event, form=first, answers={"why": "To learn"})
    same = set_questions(event=event, questions=asked, by=manager)
    second = set_questions(event=event, questions=[{**asked[0], "label": {"en": "Why come?"}}], by=manager)

    answered.refresh_from_db()
    assert (same, second.version, answered.form) == (first, 2, first)
    assert first.questions[0]["label"] == {"en": "Why?"}
