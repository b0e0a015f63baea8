import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from impact_study.enums import VersionState
from impact_study.forms.languages import TitlesForm
from impact_study.models import Instrument, InstrumentVersion, SentFile, Translation
from impact_study.services.instruments import export_document
from network.enums import Role
from tests.factories import ProjectFactory, UserFactory
from tests.factories.impact_study import VersionFactory
from tests.impact_study.file_surveys import png, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    return ProjectFactory()


@pytest.fixture
def coordinator(client, project):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=project))
    return client


@pytest.fixture
def draft(project):
    return VersionFactory(instrument__project=project, state=VersionState.DRAFT, published_at=None)


def address(name, thing, *more):
    return reverse(f"impact_study:{name}", args=[thing.project.code, thing.pk, *more])


def question(**typed):
    return {
        "type": "single",
        "choices": "agree3",
        "required": "soft",
        "page": "work",
        "text": "Was it useful?",
        **typed,
    }


def item_form(client, version, item):
    return client.get(address("version_item_edit", version, item)).context["form"].initial["seen"]


def test_question_is_added_with_its_condition_in_words(coordinator, draft):
    typed = question(
        code="why", type="long_text", choices="", text="Why <script>x</script>not?", relevant_join="and",
        relevant_0_question="useful", relevant_0_comparison="=", relevant_0_value="no",
    )  # fmt: skip
    answer = coordinator.post(address("version_item_add", draft, "question"), typed)
    assert answer.status_code == 302
    page = coordinator.get(draft.get_absolute_url()).content.decode()
    assert "Why not?" in page
    assert "“Was it useful?” is “No”" in page or "Was it useful? is No" in page


def test_half_a_condition_is_said_at_its_field(coordinator, draft):
    typed = question(code="why", relevant_0_question="useful", relevant_0_comparison="=", relevant_0_value="")
    answer = coordinator.post(address("version_item_add", draft, "question"), typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["relevant_0_value"]


def test_second_editor_sees_both_texts_and_may_save_knowingly(coordinator, draft):
    url, seen = address("version_item_edit", draft, "useful"), item_form(coordinator, draft, "useful")
    assert coordinator.post(url, question(seen=seen, text="The first words")).status_code == 302

    told = coordinator.post(url, question(seen=seen, text="The second words"))

    assert told.status_code == 422
    page = told.content.decode()
    assert "The first words" in page
    assert "The second words" in page
    renewed = told.context["form"].data["seen"]
    assert coordinator.post(url, question(seen=renewed, text="The second words")).status_code == 302
    assert Translation.objects.get(version=draft, language="en", key="q.useful").text == "The second words"


def test_table_of_statements_is_typed_as_lines(coordinator, draft):
    typed = {"code": "work_table", "type": "matrix_single", "choices": "agree3", "required": "soft", "page": "work",
             "text": "Tell us", "rows": "one: I learnt\ntwo | I taught"}  # fmt: skip
    assert coordinator.post(address("version_item_add", draft, "matrix"), typed).status_code == 302
    rows = InstrumentVersion.objects.get(pk=draft.pk).definition["pages"][0]["items"][1]["rows"]
    assert [(row["code"], row["text"]) for row in rows] == [("one", "q.one"), ("two", "q.two")]


def test_items_move_and_go(coordinator, draft):
    coordinator.post(address("version_item_add", draft, "text"), {"code": "hello", "page": "work", "text": "Welcome"})
    coordinator.post(address("version_item_move", draft, "hello"), {"to": "up"})
    coordinator.post(address("version_item_delete", draft, "useful"))
    items = InstrumentVersion.objects.get(pk=draft.pk).definition["pages"][0]["items"]
    assert [item["code"] for item in items] == ["hello"]


def test_pages_lists_scales_and_settings_are_edited(coordinator, draft):
    post = coordinator.post
    assert post(address("version_part_add", draft, "page"), {"code": "end", "title": "The end"}).status_code == 302
    rows = {"choice-TOTAL_FORMS": "2", "choice-INITIAL_FORMS": "0", "choice-0-code": "b", "choice-0-text": "B",
            "choice-0-ORDER": "2", "choice-1-code": "a", "choice-1-text": "A", "choice-1-ORDER": "1",
            "choice-1-value": "0"}  # fmt: skip
    assert post(address("version_part_add", draft, "list"), {"code": "letters", **rows}).status_code == 302
    scale = {"code": "use", "items": ["useful"], "low": "1", "high": "3", "rule": "mean", "minimum_share": "0.8"}
    assert post(address("version_part_add", draft, "scale"), scale).status_code == 302
    url = address("version_part_edit", draft, "meta", "small")
    seen = coordinator.get(url).context["form"].initial["seen"]
    assert post(url, {"seen": seen, "title": "New title", "languages": ["es", "ro"]}).status_code == 302
    stored = InstrumentVersion.objects.get(pk=draft.pk)
    assert [page["code"] for page in stored.definition["pages"]] == ["work", "end"]
    assert stored.definition["choice_lists"][1]["choices"] == [
        {"code": "a", "text": "list.letters.a", "value": 0}, {"code": "b", "text": "list.letters.b"},
    ]  # fmt: skip
    assert (stored.languages, stored.definition["scales"][0]["items"]) == (["en", "es", "ro"], ["useful"])
    edited = coordinator.get(address("version_part_edit", draft, "list", "letters"))
    assert 'value="A"' in edited.content.decode()


def test_version_is_published_and_continued(coordinator, draft):
    url = address("version_publish", draft)
    assert "never changes again" in coordinator.get(url).content.decode()
    assert coordinator.post(url, {"seen": draft.revision + 5}).status_code == 422
    assert coordinator.post(url, {"seen": draft.revision}).status_code == 302
    assert coordinator.get(url).status_code == 403
    assert coordinator.get(address("version_item_edit", draft, "useful")).status_code == 403
    again = coordinator.post(address("version_draft", draft))
    newest = InstrumentVersion.objects.latest("number")
    assert again.url == newest.get_absolute_url()
    told = coordinator.get(address("version_difference", newest)).content.decode()
    assert "both ask the same" in told
    assert coordinator.get(address("version_difference", newest), {"with": "²"}).status_code == 200


def test_preview_walks_to_what_would_be_stored(coordinator, draft):
    url = address("version_preview", draft, "work")
    page = coordinator.get(url)
    assert "Was it useful?" in page.content.decode()
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    end = coordinator.post(url, {"useful": "yes", "_state": "{}", "_go": "next"}).content.decode()
    assert "End of the test run" in end
    assert "<td>yes</td>" in " ".join(end.split())


def test_editor_may_frame_its_own_preview_alone(coordinator, draft):
    policy = coordinator.get(draft.get_absolute_url()).headers["Content-Security-Policy"]
    assert "frame-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


def test_item_is_previewed_without_saving(coordinator, draft):
    page = coordinator.post(address("version_item_preview", draft, "useful"), question(text="Not saved words"))
    assert "Not saved words" in page.content.decode()
    assert not Translation.objects.filter(text="Not saved words").exists()
    refused = coordinator.post(address("version_item_preview", draft, "useful"), question(text=""))
    assert refused.status_code == 422


def test_questionnaire_begins_from_chosen_items_of_the_library(coordinator, project):
    url = reverse("impact_study:instrument_from_library", args=[project.code]) + "?group=student&wave=pre"
    page = coordinator.get(url).content.decode()
    assert "STU-01" in page
    assert ">E02<" in page
    typed = {"code": "students-before", "title_en": "Students before", "items": ["STU-01", "STU-11"]}
    assert coordinator.post(url, typed).status_code == 302
    version = InstrumentVersion.objects.get()
    asked = set(re.findall(r"stu_\d+", json.dumps(version.definition)))
    assert asked == {"stu_01", "stu_11"}
    assert coordinator.get(version.get_absolute_url()).status_code == 200
    published = coordinator.post(address("version_publish", version), {"seen": version.revision})
    assert published.status_code == 302


def test_questionnaire_comes_back_from_its_own_file(coordinator, project, draft):
    file = SimpleUploadedFile("x.json", export_document(draft), content_type="application/json")
    url = reverse("impact_study:instrument_from_file", args=[project.code])
    typed = {"code": "again", "title_en": "Again", "group": "student", "file": file}
    answer = coordinator.post(url, typed)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Instrument.objects.get(code="again").versions.get().definition == draft.definition


def test_empty_questionnaire_and_copy_are_begun(coordinator, project, draft):
    url = reverse("impact_study:instrument_add", args=[project.code])
    typed = {"code": "2nd-try", "title_en": "Second", "group": "student", "base_language": "en", "languages": ["en"]}
    assert coordinator.post(url, typed).status_code == 302
    copy = reverse("impact_study:instrument_copy", args=[project.code, draft.instrument_id])
    assert coordinator.post(copy, {"code": "copy", "title_en": "Copy", "group": "teacher"}).status_code == 302
    assert Instrument.objects.get(code="copy").versions.get().translations.count() == draft.translations.count()


def test_library_is_searched_by_words_and_codes(coordinator, project, draft):
    url = reverse("impact_study:instrument_list", args=[project.code])
    assert str(draft.instrument) in coordinator.get(url, {"q": "fue útil"}).content.decode()
    assert "No questionnaire matches" in coordinator.get(url, {"q": "nothing of the kind"}).content.decode()


def test_lists_ask_as_often_for_three_rows_as_for_one(coordinator, project, draft, django_assert_max_num_queries):
    pages = [reverse("impact_study:instrument_list", args=[project.code]), draft.instrument.get_absolute_url()]
    asked = []
    for url in pages:
        with django_assert_max_num_queries(30) as seen:
            coordinator.get(url)
        asked.append(len(seen))
    for number in (500, 501):
        VersionFactory(instrument__project=project)
        VersionFactory(instrument=draft.instrument, number=number)
    for url, once in zip(pages, asked, strict=True):
        with django_assert_max_num_queries(once):
            coordinator.get(url)


def test_editor_asks_as_often_for_three_items_as_for_one(coordinator, draft, django_assert_max_num_queries):
    with django_assert_max_num_queries(40) as once:
        coordinator.get(draft.get_absolute_url())
    number = len(once)
    for code in ("one", "two"):
        coordinator.post(address("version_item_add", draft, "text"), {"code": code, "page": "work", "text": "Words"})
    with django_assert_max_num_queries(number):
        coordinator.get(draft.get_absolute_url())


def test_question_form_folds_what_few_need_and_shows_the_fields_of_each_type(coordinator, draft):
    page = coordinator.get(address("version_item_add", draft, "question"))
    form = page.context["form"]

    assert "matrix_single" not in dict(form.fields["type"].choices)
    assert not form.is_unfolded
    assert '<div class="of-kind of-numbers">' in page.content.decode()
    assert page.content.decode().count('<div class="of-kind of-files">') == 3
    assert page.content.decode().count('name="constraint_message"') == 1


def test_titles_of_other_languages_are_folded_until_they_say_something():
    told = {"title_en": "Hello", "title_es": "Hola"}
    empty, spoken = (TitlesForm(data) for data in (None, told))
    for form in (empty, spoken):
        form.add_titles(["es"])

    assert [field.name for field in empty.other_titles] == ["title_es"]
    assert (empty.is_unfolded, spoken.is_unfolded) == (False, True)
    assert [str(form).count('name="title_') for form in (empty, spoken)] == [2, 2]


def test_a_question_for_files_is_written_tried_out_and_published(coordinator, draft):
    typed = {
        "code": "plan", "page": "work", "text": "Send your plan", "type": "file", "required": "soft",
        "file_kinds": ["pictures"], "max_files": "2", "max_megabytes": "3",
    }  # fmt: skip
    coordinator.post(address("version_item_add", draft, "question"), typed)
    draft.refresh_from_db()
    part = next(item for page in draft.definition["pages"] for item in page["items"] if item["code"] == "plan")
    preview = reverse("impact_study:version_preview", args=[draft.project.code, draft.pk, "work"])

    first = coordinator.get(preview).content.decode()
    wrong = coordinator.post(preview, {"_state": "{}", "plan": upload("a.exe", b"MZ")})
    right = coordinator.post(preview, {"_state": "{}", "plan": upload("a.png", png()), "_go": "next"})

    assert {name: part[name] for name in ("type", "file_kinds", "max_files", "max_megabytes")} == {
        "type": "file", "file_kinds": ["pictures"], "max_files": 2, "max_megabytes": 3,
    }  # fmt: skip
    assert 'accept="image/jpeg,image/png,.jpg,.jpeg,.png" multiple' in first
    assert "“a.exe”: Files of this kind are not accepted." in wrong.content.decode()
    assert (right.status_code, SentFile.objects.count()) == (200, 0)
