from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from network.enums import Role
from reports.enums import ContributionState, ReportState
from reports.models import Contribution, Report
from tests.factories import UserFactory
from tests.reports.scene import take_snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, project):
    user = UserFactory(role=Role.COORDINATOR, project=project)
    client.force_login(user)
    return user


@pytest.fixture
def writer(client, project):
    user = UserFactory(role=Role.CONTRIBUTOR, partner=project.partners.get(number=1))
    client.force_login(user)
    return user


def address(name, report, *args):
    with translation.override("en"):
        return reverse(f"reports:{name}", args=[report.project.code, *args])


def own_text(report, number=1):
    return report.sections.get(outline__code="partner-activities").contributions.get(partner__number=number)


def accept_everything(report):
    Contribution.objects.filter(section__report=report).update(state=ContributionState.ACCEPTED, text="Done.")


def test_coordinator_begins_a_report_with_texts_for_every_partner(client, coordinator, period, template):
    with translation.override("en"):
        page = reverse("reports:report_new", args=[period.project.code])
    answer = client.post(page, {"period": period.pk, "template": template.pk, "language": "en", "due_on": "2018-09-30"})
    report = Report.objects.get()
    waiting = Contribution.objects.awaited().values_list("section__outline__code", "partner__number")
    assert (answer.status_code, answer.url) == (302, address("report_detail", report, report.pk))
    assert sorted(waiting, key=str) == sorted(
        [
            ("summary", None),
            ("implementation", None),
            *((code, number) for code in ("partner-activities", "partner-difficulties") for number in (1, 2)),
        ],
        key=str,
    )


def test_second_report_on_the_period_is_refused_in_words(client, coordinator, report, template):
    page = address("report_new", report)
    answer = client.post(page, {"period": report.period_id, "template": template.pk, "language": "en"})
    assert (answer.status_code, Report.objects.count()) == (422, 1)
    assert "There is such a report on this period in this language already." in answer.content.decode()


def test_every_page_of_a_report_opens(client, coordinator, report):
    pages = [
        address("report_list", report),
        address("report_detail", report, report.pk),
        address("report_files", report, report.pk),
        address("report_versions", report, report.pk),
        address("report_plan", report, report.pk),
        *(address("section_detail", report, section.pk) for section in report.sections.all()),
        *(address("contribution_write", report, each.pk) for each in Contribution.objects.all()),
    ]
    assert {client.get(page).status_code for page in pages} == {200}


def test_builder_says_how_many_sections_are_ready_and_what_is_left(client, coordinator, report):
    page = client.get(address("report_detail", report, report.pk)).content.decode()
    assert "7 of 11 sections ready" in page
    assert "Activities of the partners, P2 · RO: to do, not yet accepted." in page
    assert "The period is not locked" in page


def test_report_list_costs_the_same_with_one_and_three_rows(client, coordinator, report, template):
    page = address("report_list", report)
    client.get(page)
    with CaptureQueriesContext(connection) as with_one:
        client.get(page)
    for language in ("es", "pt"):
        Report.objects.create(project=report.project, period=report.period, template=template, language=language)
    with CaptureQueriesContext(connection) as with_three:
        client.get(page)
    assert len(with_one) == len(with_three) <= 15


def test_writer_saves_a_draft_and_hands_it_in(client, writer, report):
    text = own_text(report)
    page = address("contribution_write", report, text.pk)
    client.post(page, {"text": "We held a workshop.\r\nIt went well.", "version": 1, "save": "1"})
    text.refresh_from_db()
    assert (text.state, text.text, text.version) == ("draft", "We held a workshop.\nIt went well.", 2)
    client.post(page, {"text": text.text, "version": 2, "submit": "1"})
    text.refresh_from_db()
    assert (text.state, text.written_by) == ("submitted", writer)


def test_stale_save_shows_both_texts_and_overwrites_nothing(client, writer, report):
    text = own_text(report)
    page = address("contribution_write", report, text.pk)
    client.post(page, {"text": "The first editor's words.", "version": 1, "save": "1"})
    answer = client.post(page, {"text": "The second editor's words.", "version": 1, "save": "1"})
    shown = answer.content.decode()
    text.refresh_from_db()
    assert (answer.status_code, text.text) == (409, "The first editor's words.")
    assert "The first editor&#x27;s words." in shown
    assert "The second editor&#x27;s words." in shown
    assert "<ins>second</ins>" in shown


def test_too_long_text_is_kept_as_a_draft_and_not_handed_in(client, writer, report):
    text = own_text(report)
    answer = client.post(
        address("contribution_write", report, text.pk), {"text": "x" * 5001, "version": 1, "submit": "1"}
    )
    text.refresh_from_db()
    assert (answer.status_code, text.state, len(text.text)) == (422, "draft", 5001)
    assert "1 character too long (5000 are allowed)" in answer.content.decode()
    again = client.post(
        address("contribution_write", report, text.pk), {"text": "x" * 5000, "version": 2, "submit": "1"}
    )
    assert again.status_code == 302


def test_neighbours_text_is_not_the_writers_to_change(client, writer, report):
    assert client.get(address("contribution_write", report, own_text(report, 2).pk)).status_code == 403


def test_coordinator_returns_a_text_with_a_reason_and_accepts_it_later(client, coordinator, report):
    text = own_text(report)
    Contribution.objects.filter(pk=text.pk).update(state=ContributionState.SUBMITTED, text="Short.")
    client.post(address("contribution_return", report, text.pk), {"reason": "Which workshops?"})
    text.refresh_from_db()
    assert (text.state, text.reason) == ("returned", "Which workshops?")
    Contribution.objects.filter(pk=text.pk).update(state=ContributionState.SUBMITTED)
    client.post(address("contribution_accept", report, text.pk))
    text.refresh_from_db()
    assert text.state == "accepted"


def test_comment_is_written_and_settled(client, coordinator, report):
    section = report.sections.first()
    client.post(address("comment_add", report, section.pk), {"text": "Which month?"})
    comment = section.comments.get()
    client.post(address("comment_settle", report, comment.pk))
    comment.refresh_from_db()
    assert (comment.text, comment.by, comment.settled_by) == ("Which month?", coordinator, coordinator)


def test_approval_is_refused_with_its_reasons(client, coordinator, report):
    answer = client.post(address("report_approve", report, report.pk), follow=True)
    report.refresh_from_db()
    assert report.state == ReportState.COLLECTING
    assert "The period is not locked, so its figures may still change." in answer.content.decode()


def test_approved_report_is_closed_and_gets_a_new_version(client, coordinator, report):
    take_snapshot(report.period)
    accept_everything(report)
    client.post(address("report_approve", report, report.pk))
    report.refresh_from_db()
    assert (report.state, report.approved_by) == ("approved", coordinator)
    client.post(address("report_post", report, report.pk), {"sent_on": "2018-10-01", "receipt": "R-1", "answer": ""})
    report.refresh_from_db()
    assert (str(report.sent_on), report.receipt) == ("2018-10-01", "R-1")
    client.post(address("report_revise", report, report.pk), {"change_note": "A workshop was forgotten."})
    revised = report.followed_by
    text = own_text(revised)
    Contribution.objects.filter(pk=text.pk).update(text="Done, and one more.")
    page = client.get(address("report_versions", revised, revised.pk)).content.decode()
    assert revised.number == 2
    assert "<ins>Done, and one more.</ins>" in page


def test_file_is_made_in_the_background_and_handed_over_safely(
    client, coordinator, report, django_capture_on_commit_callbacks
):
    page = address("report_files", report, report.pk)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page, {"format": "xlsx"})
    made = report.files.get()
    assert made.name in client.get(page).content.decode()
    answer = client.get(address("file_download", report, made.pk))
    assert (answer["Content-Disposition"], answer["X-Content-Type-Options"], "no-store" in answer["Cache-Control"]) == (
        f'attachment; filename="{made.name}"',
        "nosniff",
        True,
    )
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_evidence_archive_is_not_offered_to_a_reader(client, project, report):
    client.force_login(UserFactory(role=Role.READER, project=project, partner=project.partners.first()))
    answer = client.post(address("report_files", report, report.pk), {"format": "zip"})
    assert (answer.status_code, report.files.count()) == (422, 0)


def test_outsider_finds_no_report(client, report):
    client.force_login(UserFactory())
    assert client.get(address("report_detail", report, report.pk)).status_code == 404
