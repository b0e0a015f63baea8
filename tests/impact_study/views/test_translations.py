import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from impact_study.enums import TextState
from impact_study.models import Translation
from impact_study.services.translations import seen_as
from impact_study.views import translations
from network.enums import Role
from tests.factories import PartnerFactory, ProjectFactory, UserFactory
from tests.factories.impact_study import VersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return VersionFactory(instrument__project=ProjectFactory())


@pytest.fixture
def translator(client, version):
    partner = PartnerFactory(project=version.project)
    client.force_login(UserFactory(role=Role.CONTRIBUTOR, project=version.project, partner=partner))
    return client


def address(name, version, *more):
    return reverse(f"impact_study:{name}", args=[version.project.code, version.pk, "es", *more])


def typed(client, version, key, text, state):
    mark = client.get(address("translation_desk", version)).context["marks"][key]
    return {"key": key, f"text-{key}": text, f"state-{key}": state, f"seen-{key}": mark}


def stored(key="q.useful"):
    row = Translation.objects.get(language="es", key=key)
    return row.text, row.state


def test_text_is_translated_and_approved(translator, version):
    form = typed(translator, version, "q.useful", "¿Le sirvió?", "approved")
    assert translator.post(address("translation_desk", version), form).status_code == 302
    assert stored() == ("¿Le sirvió?", TextState.APPROVED)
    page = translator.get(address("translation_desk", version)).content.decode()
    assert "No native speaker has reviewed all" in page


def test_second_translator_of_the_same_text_sees_both_and_nothing_is_lost(translator, version):
    url, form = address("translation_desk", version), typed(translator, version, "q.useful", "Primero", "draft")
    late = {**form, "text-q.useful": "Segundo"}
    translator.post(url, form)
    told = translator.post(url, late)
    assert told.status_code == 409
    page = told.content.decode()
    assert "Primero" in page
    assert "Segundo" in page
    assert stored() == ("Primero", TextState.DRAFT)
    again = {**late, "seen-q.useful": told.context["marks"]["q.useful"]}
    assert translator.post(url, again).status_code == 302
    assert stored() == ("Segundo", TextState.DRAFT)


def test_emptied_text_is_missing(translator, version):
    translator.post(address("translation_desk", version), typed(translator, version, "q.useful", "", "draft"))
    assert stored() == ("", TextState.MISSING)
    found = translator.get(address("translation_desk", version), {"state": "missing"}).context["page"].object_list
    assert [row.key for row in found] == ["q.useful"]


def test_changed_source_is_shown_with_what_changed(translator, version):
    translator.post(address("translation_desk", version), typed(translator, version, "q.useful", "¿Útil?", "reviewed"))
    Translation.objects.filter(language="en", key="q.useful").update(text="Was it very useful?")
    page = translator.get(address("translation_desk", version), {"state": "outdated"}).content.decode()
    assert "<ins>very</ins>" in page


@pytest.mark.parametrize("kind", ["csv", "po"])
def test_file_goes_out_and_comes_back_without_changing_anything(translator, version, kind):
    answer = translator.get(address("translation_file", version, kind))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    before = list(Translation.objects.order_by("pk").values_list("text", "state"))
    file = SimpleUploadedFile(f"es.{kind}", content)
    report = translator.post(address("translation_upload", version), {"file": file}).context["report"]
    assert (report.changed, report.unknown, report.outdated) == (0, [], [])
    assert list(Translation.objects.order_by("pk").values_list("text", "state")) == before


def test_file_tells_what_it_did(translator, version):
    content = "key;source;text;state\nq.useful;An older source;¿Nuevo?;reviewed\nq.else;;Algo;\npage.work;;;\n"
    file = SimpleUploadedFile("es.csv", content.encode())
    report = translator.post(address("translation_upload", version), {"file": file}).context["report"]
    assert (report.changed, report.empty, report.unknown, report.outdated) == (1, 1, ["q.else"], ["q.useful"])
    assert stored() == ("¿Nuevo?", TextState.REVIEWED)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"no such columns\n1\n", b"key;text\n" + b" " * 5_000_000])
def test_file_of_another_kind_is_refused_with_words(translator, version, content):
    answer = translator.post(address("translation_upload", version), {"file": SimpleUploadedFile("es.csv", content)})
    assert answer.status_code == 302
    assert Translation.objects.filter(text="").count() == 0


def test_desk_of_a_language_that_is_not_translated_into_is_unknown(translator, version):
    for language in ("en", "fi"):
        url = reverse("impact_study:translation_desk", args=[version.project.code, version.pk, language])
        assert translator.get(url).status_code == 404


def keys_shown(translator, version, **asked):
    return [row.key for row in translator.get(address("translation_desk", version), asked).context["page"].object_list]


def test_desk_shows_one_part_of_the_questionnaire(translator, version):
    page = version.definition["pages"][0]
    every = keys_shown(translator, version)
    own, shared = (keys_shown(translator, version, part=part) for part in (page["code"], "-"))

    assert own[0] == page["title"]
    assert set(shared) == {choice["text"] for one in version.definition["choice_lists"] for choice in one["choices"]}
    assert {"title", *own, *shared} == set(every)


def test_saving_goes_on_to_the_next_page_where_asked(translator, version, monkeypatch):
    monkeypatch.setattr(translations, "TEXTS_ON_A_PAGE", 2)
    desk = address("translation_desk", version)
    keys = keys_shown(translator, version)

    form = {**typed(translator, version, keys[1], "Dos", "draft"), "key": keys[1]}
    again = {**form, "seen-" + keys[1]: seen_as("Dos", "draft")}

    answers = [translator.post(f"{desk}?page=1", sent) for sent in ({**form, "next": "2"}, {**again, "next": "x"})]

    assert [answer.get("Location") for answer in answers] == [f"{desk}?page=2", f"{desk}?page=1"]


def test_the_next_texts_of_one_state_are_those_behind_whatever_left_it(translator, version, monkeypatch):
    monkeypatch.setattr(translations, "TEXTS_ON_A_PAGE", 2)
    Translation.objects.filter(version=version, language="es").delete()
    first, second, third = (
        keys_shown(translator, version, state="missing", page=1)[:2]
        + keys_shown(translator, version, state="missing", page=2)[:1]
    )
    desk = f"{address('translation_desk', version)}?state=missing&page=1"
    form = {**typed(translator, version, first, "Uno", "draft"), "key": [first, second], "next": "2"}

    assert 'name="next"' in translator.get(desk).content.decode()
    answer = translator.post(desk, form)

    assert answer["Location"].endswith("?state=missing&page=1")
    assert keys_shown(translator, version, state="missing") == [second, third]
