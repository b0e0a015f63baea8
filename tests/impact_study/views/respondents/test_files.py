import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from core.limits import Limit
from impact_study.models import Response, SentFile
from impact_study.services.sent_files import forget_sent_files
from impact_study.views.respondents import files
from tests.impact_study.file_surveys import PDF, Sender, file_survey, png, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_storage(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def sender(client):
    def begin(channel=None, **question):
        sender = Sender(client, file_survey(channel, **question))
        sender.begin()
        return sender

    return begin


def said(sender):
    return re.findall(r'<p class="error[^"]*">([^<]+)</p>', sender.html)


def stored():
    """How many files lie where they are kept."""
    folder = "survey-files"
    return len(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else 0


def kept_here(sender):
    return re.findall(r"<bdi>([^<]+)</bdi>", sender.html)


def test_a_file_is_kept_apart_from_the_answers_that_name_it(sender):
    someone = sender()

    someone.send(place="Lugo", plan=upload("My plan (1).pdf"))
    page = someone.send(more="")

    response, row = Response.objects.get(), SentFile.objects.get()
    assert page.status_code == 200
    assert response.answers == {
        "place": "Lugo",
        "plan": [{"id": str(row.pk), "name": "My_plan_1.pdf", "size": len(PDF), "sha256": row.sha256}],
    }
    assert (row.response, row.expires_at, row.content_type) == (response, None, "application/pdf")
    with default_storage.open(row.file) as file:
        assert file.read() == PDF
    assert "plan" not in row.file


@pytest.mark.parametrize(
    ("question", "sent", "words"),
    [
        ({"max_megabytes": 1}, upload("large.pdf", PDF + b"x" * 1024 * 1024), "“large.pdf”: The file is larger than 1 MB."),
        ({}, upload("evil.exe", b"MZ"), "“evil.exe”: Files of this kind are not accepted."),
        ({"file_kinds": ["pictures"]}, upload("plan.pdf"), "“plan.pdf”: Files of this kind are not accepted."),
        ({}, upload("plan.pdf", b"<html><script>"), "“plan.pdf”: The content is not that of a .pdf file."),
        ({}, upload("notes.txt", b"MZ\x90\0"), "“notes.txt”: The content is not that of a .txt file."),
        ({}, upload("empty.pdf", b""), "“empty.pdf”: The file is empty."),
        ({}, [upload("a.pdf"), upload("b.pdf", PDF + b"b")], "Only 1 file can be sent here. You chose 2."),
        ({}, upload("<script>.svg", b"<svg"), "“&lt;script&gt;.svg”: Files of this kind"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said_at_its_place_and_nothing_else_is_lost(sender, question, sent, words):
    someone = sender(**question)

    page = someone.send(place="Lugo", plan=sent)

    assert page.status_code == 422
    assert len(said(someone)) == 1
    assert said(someone)[0].startswith(words)
    assert 'value="Lugo"' in someone.html
    assert (SentFile.objects.count(), stored()) == (0, 0)


def test_of_several_files_the_good_ones_are_kept_whatever_is_wrong_with_the_others(sender):
    someone = sender(max_files=3)

    someone.send(place="Lugo", plan=[upload("a.pdf"), upload("b.exe", b"MZ"), upload("c.png", png())])

    assert kept_here(someone) == ["a.pdf", "c.png"]
    assert len(said(someone)) == 1


def test_more_files_than_fit_beside_those_that_are_there_are_refused(sender):
    someone = sender(max_files=2)
    someone.send(plan=[upload("a.pdf"), upload("b.pdf", PDF + b"b")], place="", _go="language")

    someone.send(plan=upload("c.pdf", PDF + b"c"), place="")

    assert kept_here(someone) == ["a.pdf", "b.pdf"]
    assert said(someone)[0].startswith("At most 2 files can be sent here. You chose 1, and 2 are here already.")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("a\u202efdp.exe.pdf", "afdp.exe.pdf"),
        ('"><img src=x onerror=alert(1)>.pdf', "img_srcx_onerroralert1.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("план.pdf", "план.pdf"),
    ],
)
def test_an_evil_name_is_only_ever_text(sender, name, shown):
    someone = sender()

    someone.send(plan=upload(name), place="", _go="language")

    assert kept_here(someone) == [shown]
    assert re.fullmatch(r"survey-files/[0-9a-f]{32}", SentFile.objects.get().file)


def test_a_language_switch_keeps_the_file_and_what_was_typed(sender):
    someone = sender()

    someone.send(language="es", _go="language", place="Lugo", plan=upload())

    assert kept_here(someone) == ["plan.pdf"]
    assert 'value="Lugo"' in someone.html
    assert "Envíe su plan" in someone.html
    someone.send(place="Lugo")
    someone.send(more="")
    assert SentFile.objects.get().response == Response.objects.get()


def test_another_file_takes_the_place_of_the_one_that_was_sent(sender):
    someone = sender()
    someone.send(place="", plan=upload("old.pdf"))
    someone.send(_go="back")

    someone.send(place="", plan=upload("new.pdf", PDF + b"new"))
    someone.send(_go="back")

    assert kept_here(someone) == ["new.pdf"]
    assert (SentFile.objects.count(), stored()) == (1, 1)


def test_a_file_can_be_taken_away_again(sender):
    someone = sender(required="no")
    someone.send(place="", plan=upload())
    someone.send(_go="back")

    someone.send(place="", plan__drop=str(SentFile.objects.get().pk))
    someone.send(more="")

    assert Response.objects.get().missing == {"place": "no_answer", "plan": "no_answer", "more": "no_answer"}
    assert (SentFile.objects.count(), stored()) == (0, 0)


def test_a_page_that_is_sent_twice_is_one_file_and_one_response(sender):
    someone = sender()
    first = someone.state
    someone.send(place="", plan=upload())
    state = someone.state

    someone.send(_state=first, place="", plan=upload())
    ends = [someone.client.post(f"/en{someone.path}answer/", {"_state": state, "more": ""}) for _twice in range(2)]

    assert [page.status_code for page in ends] == [200, 200]
    assert (Response.objects.count(), SentFile.objects.count(), stored()) == (1, 1, 1)


def test_another_file_of_an_answer_that_is_stored_already_is_not_kept(sender):
    someone = sender()
    someone.send(place="", plan=upload("first.pdf"))
    on_last, sent = someone.state, someone.send(more="")
    assert sent.status_code == 200

    someone.client.post(f"/en{someone.path}answer/", {"_state": on_last, "_go": "back"})
    back = Sender(someone.client, someone.channel)
    back.page = someone.client.post(f"/en{someone.path}answer/", {"_state": on_last, "_go": "back"})
    back.send(place="", plan=upload("second.pdf", PDF + b"2"))
    back.send(more="")

    assert list(SentFile.objects.values_list("name", flat=True)) == ["first.pdf"]
    assert stored() == 1


def test_a_file_stays_with_answers_that_are_kept_for_later_and_is_shown_by_its_name(sender):
    someone = sender()
    someone.send(_go="save", place="Lugo", plan=upload())
    code = someone.code

    later = Sender(Client(), someone.channel)
    later.page = later.client.post(f"/en{later.path}resume/", {"resume": code})

    assert kept_here(later) == ["plan.pdf"]
    later.send(place="Lugo")
    later.send(more="")
    assert SentFile.objects.get().response == Response.objects.get()


def test_a_wrong_file_keeps_nobody_from_noticing_before_they_stop(sender):
    someone = sender()

    page = someone.send(_go="save", place="Lugo", plan=upload("evil.exe", b"MZ"))

    assert page.status_code == 422
    assert said(someone)[0].startswith("“evil.exe”")


def test_answers_taken_back_take_their_files_along(sender, django_capture_on_commit_callbacks):
    someone = sender()
    someone.send(place="", plan=upload())
    someone.send(more="")

    with django_capture_on_commit_callbacks(execute=True):
        someone.client.post(f"/en{someone.path}withdraw/", {"code": someone.code})

    assert Response.objects.get().state == "withdrawn"
    assert (SentFile.objects.count(), stored()) == (0, 0)


def test_files_of_answers_that_were_never_sent_go_when_their_draft_would(
    sender, time_machine, django_capture_on_commit_callbacks
):
    someone = sender()
    someone.send(place="", plan=upload())
    still = forget_sent_files()
    time_machine.move_to(timezone.now() + timedelta(hours=20, minutes=1))

    with django_capture_on_commit_callbacks(execute=True):
        gone = forget_sent_files()

    assert (still, gone, SentFile.objects.count(), stored()) == (0, 1, 0, 0)


def test_a_file_whose_row_was_never_written_goes_a_day_later(time_machine):
    default_storage.save("survey-files/lost", ContentFile(b"lost"))
    soon = forget_sent_files()
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1))

    assert (soon, forget_sent_files(), stored()) == (0, 1, 0)


def test_a_file_that_is_gone_before_the_end_is_asked_for_again(sender):
    someone = sender()
    someone.send(place="Lugo", plan=upload())
    SentFile.objects.all().delete()

    page = someone.send(more="")

    assert page.status_code == 422
    assert said(someone)[0].startswith("The file that you sent here is no longer kept.")
    someone.send(place="Lugo")
    someone.send(place="Lugo")
    someone.send(more="")
    assert Response.objects.get().missing["plan"] == "no_answer"


def test_nobody_can_name_the_file_of_somebody_else(sender):
    victim, thief = sender(), None
    victim.send(place="", plan=upload())
    row = SentFile.objects.get()
    thief = Sender(Client(), victim.channel)
    thief.begin()
    forged = f'{{"id": "{row.pk}", "name": "x.pdf", "sha256": "{row.sha256}", "size": {row.size}}}'

    thief.send(place="", plan=forged)
    thief.send(place="", plan=forged)
    thief.send(more="")

    assert Response.objects.get().answers == {}
    assert SentFile.objects.get().response is None


def test_a_question_that_is_not_asked_keeps_no_file(sender):
    someone = sender(relevant=["=", ["q", "place"], "Lugo"])

    someone.send(place="Vigo", plan=upload())
    someone.send(more="")

    assert Response.objects.get().missing["plan"] == "not_shown"
    assert (SentFile.objects.count(), stored()) == (0, 0)


def test_too_many_files_from_one_address_wait_and_nothing_typed_is_lost(sender, monkeypatch):
    monkeypatch.setattr(files, "FILES", Limit("survey_files", 0))
    someone = sender()

    page = someone.send(place="Lugo", plan=upload())

    assert page.status_code == 429
    assert page.headers["Retry-After"]
    assert 'value="Lugo"' in someone.html
    assert SentFile.objects.count() == 0


def test_the_field_asks_a_phone_for_its_camera_and_says_what_a_file_can_tell(sender):
    someone = sender(file_kinds=["pictures"], max_files=3, max_megabytes=2)

    assert (
        '<input type="file" id="plan" name="plan" accept="image/jpeg,image/png,.jpg,.jpeg,.png" multiple'
        ' aria-describedby="plan-rules plan-error">'
    ) in someone.html
    assert "You can send up to 3 files (JPG, JPEG, PNG), each up to 2 MB." in someone.html
    assert "can tell who you are" in someone.html


def test_the_address_for_files_opened_by_itself_leads_to_the_survey(client):
    channel = file_survey()

    page = client.get(f"/en/s/{channel.slug}/answer/files/")

    assert (page.status_code, page["Location"]) == (302, f"/en/s/{channel.slug}/answer/")
