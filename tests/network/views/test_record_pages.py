from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from network.enums import ParticipationState, Role
from network.models import Evidence, Participation, Period
from network.services.evidence import attach_evidence
from network.services.verification import verify_participations
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    OccasionFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def coordinator(partner, client):
    user = UserFactory(role=Role.COORDINATOR, project=partner.project)
    client.force_login(user)
    return user


def submitted(partner, **kwargs):
    record = ParticipationFactory(partner=partner, project=partner.project, **kwargs)
    attach_evidence(evidence=[EvidenceFactory(partner=partner)], records=[record], by=None)
    return record


LISTS = ["participation_list", "occasion_list", "evidence_list", "period_list"]


@pytest.mark.parametrize("name", LISTS)
def test_lists_need_the_same_statements_for_1_and_3_rows(
    client, partner, coordinator, name, django_assert_max_num_queries
):
    address = reverse(f"network:{name}", args=[partner.project.code])
    counts = []
    for more in (1, 2):
        for _ in range(more):
            submitted(partner)
        client.get(address)
        with django_assert_max_num_queries(40) as seen:
            assert client.get(address).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_bulk_verification_says_what_it_did_and_skipped(client, partner, coordinator):
    good, own = submitted(partner), submitted(partner, recorded_by=coordinator)
    bare = ParticipationFactory(partner=partner, project=partner.project)
    page = client.post(
        reverse("network:participation_decide", args=[partner.project.code]),
        {"record": [good.pk, own.pk, bare.pk], "action": "verify"},
        follow=True,
    )
    states = dict(Participation.objects.values_list("pk", "state"))
    told = [str(message) for message in page.context["messages"]]
    assert states == {good.pk: "verified", own.pk: "submitted", bare.pk: "submitted"}
    assert told == [
        "1 record done.",
        "1 skipped: Whoever recorded it cannot verify it. Ask a colleague.",
        "1 skipped: No evidence stands behind it. Attach the signed list or another proof.",
    ]


def test_board_page_opens_down_to_people_and_files(client, partner, coordinator):
    record = submitted(partner)
    verify_participations(records=[record], by=coordinator)
    board = client.get(reverse("network:board", args=[partner.project.code]))
    cell = reverse("network:board_cell", args=[partner.project.code, record.category.code, partner.pk])
    opened = client.get(cell).content.decode()
    assert cell in board.content.decode()
    assert [record.subject.full_name in opened, record.evidence.get().given_name in opened] == [True, True]


def test_reader_opens_a_figure_without_names(client, partner, coordinator):
    record = submitted(partner)
    verify_participations(records=[record], by=coordinator)
    client.force_login(UserFactory(role=Role.READER, project=partner.project))
    opened = client.get(
        reverse("network:board_cell", args=[partner.project.code, record.category.code, partner.pk])
    ).content.decode()
    assert ["Name kept at the partner" in opened, record.subject.family_name in opened] == [True, False]


def test_evidence_upload_keeps_the_bytes_once_and_refuses_what_is_not_what_it_says(client, partner):
    client.force_login(UserFactory(role=Role.CONTRIBUTOR, partner=partner))
    address = reverse("network:evidence_create", args=[partner.project.code])
    typed = {"partner": partner.pk, "kind": "signed_list"}
    codes = [
        client.post(address, {**typed, "file": SimpleUploadedFile(name, content)}).status_code
        for name, content in [
            ("list.pdf", b"%PDF-1.4 signed"),
            ("again.pdf", b"%PDF-1.4 signed"),
            ("fake.pdf", b"GIF89a"),
            ("page.svg", b"<svg/>"),
            ("empty.pdf", b""),
        ]
    ]
    assert (codes, Evidence.objects.count()) == ([302, 302, 422, 422, 422], 1)


def test_note_participants_by_hand(client, partner):
    client.force_login(UserFactory(role=Role.CONTRIBUTOR, partner=partner))
    occasion = OccasionFactory(project=partner.project)
    category = CategoryFactory(project=partner.project)
    people = PersonFactory.create_batch(2, partners=[partner])
    client.post(
        reverse("network:occasion_participants", args=[partner.project.code, occasion.pk]),
        {
            "partner": partner.pk, "category": category.pk, "people": [p.pk for p in people],
            "role": "participant", "mode": "on_site",
        },
    )  # fmt: skip
    assert set(Participation.objects.values_list("person", "state")) == {(p.pk, "submitted") for p in people}


def test_stale_correction_is_refused_and_keeps_what_was_typed(client, partner, coordinator):
    record = submitted(partner)
    address = reverse("network:participation_edit", args=[partner.project.code, record.pk])
    typed = {
        "category": record.category_id, "partner": partner.pk, "held_on": "2018-03-20", "mode": "on_site",
        "role": "participant", "function_then": "Teacher", "version": record.version,
    }  # fmt: skip
    first = client.post(address, typed)
    second = client.post(address, {**typed, "function_then": "Director"})
    record.refresh_from_db()
    assert (first.status_code, second.status_code, record.function_then) == (302, 422, "Teacher")
    assert "Director" in second.content.decode()


def test_period_is_locked_by_the_coordinator_only(client, partner, coordinator):
    client.post(
        reverse("network:period_create", args=[partner.project.code]),
        {"name": "Interim", "starts_on": "2017-09-01", "ends_on": "2018-08-31"},
    )
    period = Period.objects.get()
    lock = reverse("network:period_lock", args=[partner.project.code, period.pk])
    client.force_login(UserFactory(role=Role.MANAGER, partner=partner))
    refused = client.post(lock).status_code
    client.force_login(coordinator)
    client.post(lock)
    period.refresh_from_db()
    assert (refused, period.is_locked, period.starts_on) == (403, True, date(2017, 9, 1))


def test_returned_record_shows_the_reason(client, partner, coordinator):
    record = submitted(partner)
    client.post(
        reverse("network:participation_decide", args=[partner.project.code]),
        {"record": [record.pk], "action": "return", "reason": "The second page is missing."},
    )
    record.refresh_from_db()
    shown = client.get(record.get_absolute_url()).content.decode()
    assert (record.state, "The second page is missing." in shown) == (ParticipationState.RETURNED, True)


def test_a_signed_list_proves_every_record_of_its_occasion(client, partner):
    client.force_login(UserFactory(role=Role.CONTRIBUTOR, partner=partner))
    occasion = OccasionFactory(project=partner.project)
    for _ in range(2):
        ParticipationFactory(partner=partner, project=partner.project, occasion=occasion)
    client.post(
        reverse("network:occasion_prove", args=[partner.project.code, occasion.pk]),
        {"file": SimpleUploadedFile("signed.pdf", b"%PDF-1.4 signed"), "kind": "signed_list"},
    )
    assert list(Participation.objects.values_list("evidence__given_name", flat=True)) == ["signed.pdf"] * 2


def test_records_are_handed_out_as_a_sheet_without_minors_of_others(client, partner, coordinator):
    for minor in (False, True):
        ParticipationFactory(
            partner=partner, project=partner.project, person=PersonFactory(family_name="=Smith", is_minor=minor)
        )
    client.force_login(coordinator)
    answer = client.get(reverse("network:participation_export", args=[partner.project.code]))
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert (len(lines), "'=Smith" in lines[1]) == (2, True)
