import pytest
from django.urls import reverse

from network.enums import Role
from reports.models import Contribution, ReportTemplate
from reports.services.beginning import begin_report
from reports.services.templates import put_standards_in_place
from tests.factories import UserFactory
from tests.reports.scene import reported_project

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def report():
    put_standards_in_place()
    period = reported_project().periods.get()
    return begin_report(period=period, template=ReportTemplate.objects.get(), language="en", by=None)


@pytest.fixture
def open_page(page, live_server):
    def opened(name, report, *args):
        page.goto(live_server.url + reverse(f"reports:{name}", args=[report.project.code, *args]))
        return page

    return opened


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1280, "light")])
def test_builder_has_no_barriers(page, open_page, sign_in, report, faults, barriers, width, theme):
    sign_in(UserFactory(role=Role.COORDINATOR, project=report.project))
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme)
    figures = report.sections.get(outline__code="participation")
    texts = report.sections.get(outline__code="partner-activities")
    found = {}
    for name, *args in (
        ("report_list",), ("report_new",), ("report_detail", report.pk), ("section_detail", figures.pk),
        ("section_detail", texts.pk), ("report_files", report.pk), ("report_versions", report.pk),
        ("contribution_write", Contribution.objects.get(section__outline__code="summary").pk),
    ):  # fmt: skip
        open_page(name, report, *args)
        found[name, *args] = barriers()
    assert {name: hits for name, hits in found.items() if hits} == {}
    assert faults == []


def test_writer_writes_counts_and_hands_in(page, open_page, sign_in, report):
    partner = report.project.partners.get(number=1)
    sign_in(UserFactory(role=Role.CONTRIBUTOR, partner=partner))
    text = Contribution.objects.get(section__outline__code="partner-activities", partner=partner)
    open_page("contribution_write", report, text.pk)
    page.get_by_label("Activities of the partners").fill("We held a workshop.")
    assert page.locator("[data-count]").text_content() == "19"
    page.get_by_role("button", name="Save and hand in").click()
    page.get_by_text("The text is handed in.").first.wait_for()
    text.refresh_from_db()
    assert (text.state, text.text) == ("submitted", "We held a workshop.")


def test_second_editor_sees_both_texts(page, open_page, sign_in, report, barriers):
    sign_in(UserFactory(role=Role.COORDINATOR, project=report.project))
    text = Contribution.objects.get(section__outline__code="summary")
    open_page("contribution_write", report, text.pk)
    Contribution.objects.filter(pk=text.pk).update(text="The other's words.", version=2)
    page.get_by_label("Summary").fill("My words.")
    page.get_by_role("button", name="Save the draft").click()
    assert page.get_by_text("The other's words.").first.is_visible()
    assert page.get_by_label("Summary").input_value() == "My words."
    assert barriers() == []
    page.get_by_role("button", name="Save my text").click()
    page.get_by_text("The draft is saved.").first.wait_for()
    text.refresh_from_db()
    assert text.text == "My words."
