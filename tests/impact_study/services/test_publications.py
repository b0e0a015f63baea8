import pytest

from core.problems import ProblemsFound
from impact_study.enums import PublicationState, RunState, StudyState
from impact_study.models import Finding, Publication
from impact_study.services.publications import (
    approve_publication,
    draft_publications,
    incomplete_instruments,
    mark_of,
    publish,
    rare_combinations,
    write_texts,
)
from network.models import Output
from tests.factories import PartnerFactory, UserFactory
from tests.factories.impact_study import ResponseFactory, RunFactory, VersionFactory, WaveFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return UserFactory(is_staff=True)


def result(key="change.skill", **told):
    """What a run keeps of a change that was promised beforehand."""
    figures = {
        "result": "paired_scores", "difference": 0.5, "interval": {"low": 0.3, "high": 0.7, "level": 0.95},
        "d_z": 0.6, "n": 60, "method": "paired_t", "rule": "same_people_score", **told,
    }  # fmt: skip
    return {
        "key": key, "block": "change", "kind": "compare_paired", "exploratory": False, "variable": "skill",
        "other": "", "waves": ["pre", "post"], "groups": ["student"], "where": {}, "n": figures["n"], "missing": {},
        "method": "paired_t", "rule": "same_people_score", "warnings": [], "p": 0.001, "p_adjusted": 0.002,
        "correction": "holm", "family": 2, "result": figures, "beside": {},
    }  # fmt: skip


def run_of(study=None, number=1, **facts):
    of = {"plan__study": study, "plan__number": number} if study else {
        "plan__study__state": StudyState.CLOSED, "plan__study__languages": ["en"],
        "plan__study__closed_at": "2019-06-01T00:00Z", "plan__study__closed_by": UserFactory(),
        "plan__study__project__is_public": True,
    }  # fmt: skip
    return RunFactory(**of, number=number, snapshot__number=number, results=[result()], **facts)


def edition_of(run, staff, *, approved=False):
    (edition,) = draft_publications(run=run, by=staff)
    if approved:
        approve_publication(publication=edition, rare_seen=None, by=staff)
        edition.refresh_from_db()
    return edition


def codes(found):
    return [problem.code for problem in found.value.problems]


def test_drafts_are_made_once_for_each_language_and_bring_earlier_texts_along(staff):
    run = run_of()
    run.study.languages = ["en", "es"]
    first = draft_publications(run=run, by=staff)
    write_texts(publication=first[1], texts={"foreword": " Hola "}, seen=mark_of(first[1]), by=staff)
    again = draft_publications(run=run, by=staff)
    later = run_of(run.study, 2)

    assert [edition.pk for edition in again] == [edition.pk for edition in first]
    assert [edition.texts.get("foreword", "") for edition in draft_publications(run=later, by=staff)] == ["", "Hola"]


def test_texts_that_somebody_saved_meanwhile_are_not_overwritten(staff):
    edition = edition_of(run_of(), staff)
    seen = mark_of(edition)
    write_texts(publication=edition, texts={"foreword": "Mine"}, seen=seen, by=staff)

    with pytest.raises(ProblemsFound) as found:
        write_texts(publication=edition, texts={"foreword": "Yours"}, seen=seen, by=staff)

    assert codes(found) == ["conflict"]
    assert Publication.objects.get().texts["foreword"] == "Mine"


def test_approval_names_everything_that_is_open_at_once(staff):
    run = run_of(state=RunState.RUNNING)
    type(run.study).objects.update(state=StudyState.RUNNING)
    wave = WaveFactory(study=run.study, version=VersionFactory(instrument__project=run.study.project))
    wave.version.translations.create(language="en", key="q.new", text="New?", state="draft")
    ResponseFactory(study=run.study, wave=wave, version=wave.version, partner=PartnerFactory(project=run.study.project))
    (edition,) = draft_publications(run=run, by=staff)
    Publication.objects.update(language="fi")

    with pytest.raises(ProblemsFound) as found:
        approve_publication(publication=edition, rare_seen=None, by=staff)

    assert codes(found) == ["study_open", "run", "texts", "combinations"]
    assert incomplete_instruments(run.study, "en") == []
    assert [people for _group, people in rare_combinations(run.study)] == [1]


def test_combinations_of_few_people_are_approved_only_by_who_has_seen_them(staff):
    run = run_of()
    wave = WaveFactory(study=run.study, version=VersionFactory(instrument__project=run.study.project))
    partner = PartnerFactory(project=run.study.project)
    for country in ("ES", "ES", "PT"):
        ResponseFactory(study=run.study, wave=wave, version=wave.version, partner=partner, country=country)
    edition = edition_of(run, staff)

    for seen in (None, 1):
        with pytest.raises(ProblemsFound) as found:
            approve_publication(publication=edition, rare_seen=seen, by=staff)
        assert codes(found) == ["combinations"]
    approve_publication(publication=edition, rare_seen=2, by=staff)

    edition.refresh_from_db()
    assert (edition.state, edition.approved_by) == (PublicationState.APPROVED, staff)


def test_publishing_makes_a_card_of_each_finding_with_its_trace(staff):
    edition = edition_of(run_of(), staff, approved=True)
    job = publish(publication=edition, by=staff)

    edition.refresh_from_db()
    card = Finding.objects.get().output
    code, study = edition.study.project.code, edition.study.code
    assert (job.kind, edition.state, edition.study.state) == ("impact_study.print_study", "published", "published")
    assert (card.kind, card.anchor, card.is_public, card.address) == (
        "finding", "skill", True, f"/p/{code}/study/{study}/1/#change.skill"
    )  # fmt: skip
    assert card.title["en"].startswith("skill (Students) rose (by 0.50; d_z = 0.60, medium after Cohen 1988;")
    assert card.figure == {
        "what": "difference", "value": 0.5, "interval": [0.3, 0.7], "n": 60, "run": 1, "plan": 1, "snapshot": 1,
        "sha256": "0" * 64, "date": edition.published_at.date().isoformat(),
    }  # fmt: skip
    assert edition.page["main"] == ["change.skill"]


def test_only_approved_editions_are_published_and_published_ones_do_not_change(staff):
    edition = edition_of(run_of(), staff)
    with pytest.raises(ProblemsFound):
        publish(publication=edition, by=staff)
    approve_publication(publication=edition, rare_seen=None, by=staff)
    publish(publication=edition, by=staff)

    for change in (
        lambda: publish(publication=edition, by=staff),
        lambda: approve_publication(publication=edition, rare_seen=None, by=staff),
        lambda: write_texts(publication=edition, texts={"foreword": "Late"}, seen="", by=staff),
    ):
        with pytest.raises(ProblemsFound) as found:
            change()
        assert "state" in codes(found)
    assert sorted(Output.objects.values_list("kind", flat=True)) == ["finding", "study"]


def test_the_next_edition_replaces_the_one_before_and_keeps_its_findings(staff):
    first = edition_of(run_of(), staff, approved=True)
    publish(publication=first, by=staff)
    second = edition_of(run_of(first.study, 2), staff, approved=True)
    publish(publication=second, by=staff)

    first.refresh_from_db()
    assert first.state == PublicationState.REPLACED
    cards = Output.objects.filter(kind="finding").order_by("pk")
    assert [card.address.rpartition("/study/")[2].partition("/")[2] for card in cards] == [
        "1/#change.skill", "2/#change.skill",
    ]  # fmt: skip
