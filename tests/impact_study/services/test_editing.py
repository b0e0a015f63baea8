from functools import partial

import pytest

from core.problems import ProblemsFound
from impact_study.enums import TextState, VersionState
from impact_study.models import InstrumentVersion, QuestionRow, Translation
from impact_study.rules.editing import digest, part_of, with_item, with_item_moved
from impact_study.services.editing import rearrange, save_part
from impact_study.services.instruments import create_instrument, export_document, read_document
from impact_study.services.texts import texts_of
from impact_study.services.versions import as_document, begin_draft, difference_of, problems_of, publish_version
from tests.factories import UserFactory
from tests.factories.impact_study import ResponseFactory, VersionFactory

pytestmark = pytest.mark.django_db

WORDS = {"kind": "text", "code": "hello", "text": "q.hello"}


@pytest.fixture
def draft():
    return VersionFactory(state=VersionState.DRAFT, published_at=None)


def seen(version, code):
    stored = InstrumentVersion.objects.get(pk=version.pk)
    return digest(part_of(stored.definition, "item", code), texts_of(stored))


def save(version, part, *, seen_as="", texts=(), page="work"):
    return save_part(
        version=version, kind="item", code=part["code"], seen=seen_as, texts=dict(texts), by=UserFactory(),
        change=partial(with_item, item=part, page=page),
    )  # fmt: skip


def test_two_editors_of_different_items_both_win(draft):
    useful = part_of(draft.definition, "item", "useful")
    first_seen = seen(draft, "useful")
    save(draft, WORDS, texts={"q.hello": "Welcome"})
    save(draft, {**useful, "required": "hard"}, seen_as=first_seen)
    stored = InstrumentVersion.objects.get(pk=draft.pk)
    assert [item["code"] for item in stored.definition["pages"][0]["items"]] == ["useful", "hello"]
    assert part_of(stored.definition, "item", "useful")["required"] == "hard"
    assert stored.revision == draft.revision + 2


def test_second_editor_of_the_same_item_is_told_and_nothing_is_lost(draft):
    useful = part_of(draft.definition, "item", "useful")
    both_saw = seen(draft, "useful")
    save(draft, useful, seen_as=both_saw, texts={"q.useful": "The first one's words"})
    with pytest.raises(ProblemsFound) as found:
        save(draft, useful, seen_as=both_saw, texts={"q.useful": "The second one's words"})
    assert [problem.code for problem in found.value.problems] == ["conflict"]
    assert texts_of(draft)["q.useful"] == "The first one's words"


def test_item_deleted_meanwhile_is_said_to_be_gone(draft):
    useful, saw = part_of(draft.definition, "item", "useful"), seen(draft, "useful")
    rearrange(version=draft, change=lambda document: {**document, "pages": [{"code": "work", "items": []}]}, by=None)
    with pytest.raises(ProblemsFound) as found:
        save(draft, useful, seen_as=saw)
    assert [problem.code for problem in found.value.problems] == ["gone"]


def test_changed_source_sends_reviewed_translations_back_to_draft(draft):
    Translation.objects.filter(language="es").update(state=TextState.REVIEWED)
    useful = part_of(draft.definition, "item", "useful")
    save(draft, useful, seen_as=seen(draft, "useful"), texts={"q.useful": "Was it of use?"})
    states = dict(Translation.objects.filter(language="es").values_list("key", "state"))
    assert states.pop("q.useful") == TextState.DRAFT
    assert set(states.values()) == {TextState.REVIEWED}


def test_texts_of_a_deleted_item_go_with_it(draft):
    save(draft, WORDS, texts={"q.hello": "Welcome"})
    rearrange(version=draft, change=partial(with_item_moved, code="hello", down=False), by=UserFactory())
    assert Translation.objects.filter(key="q.hello").exists()
    from impact_study.rules.editing import without_item

    rearrange(version=draft, change=partial(without_item, code="hello"), by=UserFactory())
    assert not Translation.objects.filter(key="q.hello").exists()


def test_published_version_does_not_change_any_more():
    published = VersionFactory()
    with pytest.raises(ProblemsFound, match="published"):
        save(published, WORDS)


def test_publishing_fixes_content_and_lists_the_questions(draft):
    user = UserFactory()
    published = publish_version(version=draft, seen=draft.revision, by=user)
    assert (published.state, published.published_by) == (VersionState.PUBLISHED, user)
    assert len(published.content_hash) == 64
    assert list(QuestionRow.objects.values_list("code", "kind")) == [("useful", "single")]


def test_publishing_what_somebody_changed_meanwhile_is_refused(draft):
    looked_at = draft.revision
    save(draft, WORDS, texts={"q.hello": "Welcome"})
    with pytest.raises(ProblemsFound) as found:
        publish_version(version=draft, seen=looked_at, by=UserFactory())
    assert [problem.code for problem in found.value.problems] == ["conflict"]


def broken(kind):
    condition = {
        "cycle": ["=", ["q", "late"], "yes"],
        "forward": ["=", ["q", "after"], "yes"],
        "unknown": ["=", ["q", "nobody"], "yes"],
        "types": [">", ["q", "useful"], 3],
    }[kind]
    late = {"kind": "question", "code": "late", "type": "single", "text": "q.late", "choices": "agree3",
            "relevant": condition}  # fmt: skip
    after = {"kind": "question", "code": "after", "type": "single", "text": "q.after", "choices": "agree3"}
    return [late, after]


@pytest.mark.parametrize("kind", ["cycle", "forward", "unknown", "types"])
def test_broken_logic_blocks_publication_and_is_shown_at_its_item(draft, kind):
    for item in broken(kind):
        draft = save(draft, item, texts={item["text"]: "Words"})
    with pytest.raises(ProblemsFound) as found:
        publish_version(version=draft, seen=draft.revision, by=UserFactory())
    assert "late" in {problem.field for problem in found.value.problems}
    assert not InstrumentVersion.objects.get(pk=draft.pk).published_at


def test_new_draft_begins_as_the_published_version_with_all_its_texts():
    published = VersionFactory(number=1)
    draft = begin_draft(version=published, by=UserFactory())
    assert (draft.number, draft.state, draft.definition) == (2, VersionState.DRAFT, published.definition)
    assert as_document(draft) == as_document(published)
    assert begin_draft(version=published, by=UserFactory()) == draft


def test_difference_between_versions_is_told_in_words():
    published = VersionFactory(number=1)
    draft = begin_draft(version=published, by=UserFactory())
    useful = part_of(draft.definition, "item", "useful")
    draft = save(draft, useful, seen_as=seen(draft, "useful"), texts={"q.useful": "Was it of use?"})
    assert [(change.before, change.after) for change in difference_of(published, draft)] == [
        ("Was it useful?", "Was it of use?")
    ]


def test_version_published_while_people_answer_leaves_their_response_on_the_old_one():
    response = ResponseFactory()
    draft = begin_draft(version=response.version, by=UserFactory())
    newer = publish_version(version=draft, seen=draft.revision, by=UserFactory())
    response.refresh_from_db()
    assert response.version_id != newer.pk
    assert response.version.state == VersionState.PUBLISHED


def test_export_and_import_lose_nothing():
    published = VersionFactory()
    Translation.objects.filter(version=published, language="es").update(state=TextState.REVIEWED)
    document, texts, states = read_document(export_document(published))
    copy = create_instrument(
        project=published.project, code="again", title={"en": "Again"}, group="student", document=document,
        texts=texts, states=states, by=UserFactory(),
    )  # fmt: skip
    assert copy.definition == published.definition
    told = [as_document(one) for one in (copy, published)]
    assert told[0]["texts"] == told[1]["texts"]
    assert told[0]["states"]["es"] == told[1]["states"]["es"]


@pytest.mark.parametrize("content", [b"", b"[]", b'{"definition": 1}', b"\xff", b'{"definition": {}}', b"[" * 100_000])
def test_file_that_holds_no_questionnaire_is_refused_with_words(content):
    with pytest.raises(ProblemsFound):
        read_document(content)


def test_draft_of_the_factory_has_no_problems(draft):
    assert [problem for problem in problems_of(draft) if not problem.warning] == []
