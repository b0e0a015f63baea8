"""Files sent with a survey on a phone, with and without script."""

import pytest
from django.core.files.storage import default_storage

from impact_study.models import Response, SentFile
from tests.impact_study.file_surveys import PDF, file_survey, png

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 320, "height": 640}
PHOTO = {"name": "el taller de Ana, una tarde de primavera.png", "mimeType": "image/png", "buffer": png()}
EVIL = {"name": "evil.exe", "mimeType": "application/pdf", "buffer": b"MZ"}


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def browser_context_args(browser_context_args, request):
    return {**browser_context_args, "java_script_enabled": request.param, "viewport": PHONE}


def go_on(page):
    page.locator("form .form-actions button.primary").click()


def test_files_are_sent_from_a_phone_and_can_be_taken_away(page, live_server, barriers, settings, tmp_path, request):
    settings.MEDIA_ROOT = str(tmp_path)
    has_script = "no script" not in request.node.name
    looked_at = []

    def look():
        if has_script:
            looked_at.append(barriers())

    page.goto(f"{live_server.url}/es/s/{file_survey(max_files=2).slug}/answer/")
    look()
    page.fill("#place", "Lugo")
    page.set_input_files("#plan", [PHOTO, EVIL])
    go_on(page)
    page.wait_for_selector(".sent-files")
    look()
    assert "evil.exe" in page.inner_text("#plan-error")
    assert page.input_value("#place") == "Lugo"
    page.set_input_files("#plan", [{"name": "plan.pdf", "mimeType": "application/pdf", "buffer": PDF}])
    go_on(page)
    page.wait_for_selector("#more")
    page.locator("button[value=back]").click()
    page.wait_for_selector(".sent-files bdi >> nth=1")
    page.check("input[name=plan__drop] >> nth=1")
    look()
    go_on(page)
    page.wait_for_selector("#more")
    go_on(page)
    page.wait_for_selector(".own-code")

    sent = SentFile.objects.get()
    assert [hits for hits in looked_at if hits] == []
    assert [entry["id"] for entry in Response.objects.get().answers["plan"]] == [str(sent.pk)]
    assert sent.name == "el_taller_de_Ana_una_tarde_de_primavera.png"
    with default_storage.open(sent.file) as file:
        assert file.read() == png()


def test_a_question_that_hangs_on_a_file_appears_as_soon_as_one_is_chosen(page, live_server, request):
    if "no script" in request.node.name:
        pytest.skip("what the script adds")
    channel = file_survey()
    version = channel.wave.version
    version.definition["pages"][0]["items"].append(
        {"kind": "question", "code": "why", "type": "text", "text": "q.more",
         "relevant": ["=", ["count_selected", ["q", "plan"]], 1]}
    )  # fmt: skip
    version.save()
    page.goto(f"{live_server.url}/en/s/{channel.slug}/answer/")
    assert not page.is_visible("#why")

    page.set_input_files("#plan", [PHOTO])

    page.wait_for_selector("#why", state="visible")
