import pytest
from django.db import IntegrityError, transaction

from core.models import AuditEntry
from core.problems import ProblemsFound
from impact_study.enums import PublicationState
from impact_study.models import Publication
from impact_study.services.edition_withdrawals import withdraw_edition
from impact_study.services.publications import draft_publications, publish
from network.models import Output
from tests.factories import UserFactory
from tests.impact_study.services.test_publications import codes, edition_of, run_of

pytestmark = pytest.mark.django_db
WHY = {"en": " A column was read upside down. "}


@pytest.fixture
def staff():
    return UserFactory(is_staff=True)


def published(staff, study=None, number=1):
    edition = edition_of(run_of(study, number), staff, approved=True)
    publish(publication=edition, by=staff)
    edition.refresh_from_db()
    return edition


def test_a_withdrawn_edition_keeps_what_it_told_and_marks_its_cards(staff):
    edition = published(staff)
    page = edition.page

    withdraw_edition(publication=edition, reasons=WHY, by=staff)

    edition.refresh_from_db()
    assert (edition.state, edition.withdrawn_by, edition.withdrawn_because) == (
        PublicationState.WITHDRAWN, staff, "A column was read upside down."
    )  # fmt: skip
    assert edition.page == page
    day = edition.withdrawn_at.date()
    assert sorted(Output.objects.values_list("kind", "withdrawn_on")) == [("finding", day), ("study", day)]
    assert [str(card).endswith(" (withdrawn)") for card in Output.objects.all()] == [True, True]
    assert AuditEntry.objects.filter(action="impact_study.publication.withdrawn").count() == 1


def test_the_study_stands_again_with_the_next_edition(staff):
    first = published(staff)
    withdraw_edition(publication=first, reasons=WHY, by=staff)
    published(staff, first.study, 2)

    assert [str(card).endswith(" (withdrawn)") for card in Output.objects.order_by("pk")] == [False, True, False]


def test_an_older_edition_is_withdrawn_while_the_study_stands(staff):
    first = published(staff)
    published(staff, first.study, 2)

    withdraw_edition(publication=first, reasons=WHY, by=staff)

    assert list(Publication.objects.order_by("run__number").values_list("state", flat=True)) == [
        "withdrawn", "published",
    ]  # fmt: skip
    assert Output.objects.get(kind="study").withdrawn_on is None


def test_translations_go_together_each_with_its_reason(staff):
    run = run_of()
    run.study.languages = ["en", "es"]
    run.study.save()
    editions = draft_publications(run=run, by=staff)
    Publication.objects.update(state=PublicationState.APPROVED, approved_at="2019-07-01T00:00Z")
    for edition in editions:
        publish(publication=edition, by=staff)

    with pytest.raises(ProblemsFound) as found:
        withdraw_edition(publication=editions[0], reasons={"en": "Wrong", "es": " "}, by=staff)
    assert [problem.field for problem in found.value.problems] == ["reason_es"]
    withdraw_edition(publication=editions[0], reasons={"en": "Wrong", "es": "Error"}, by=staff)

    assert sorted(Publication.objects.values_list("language", "state", "withdrawn_because")) == [
        ("en", "withdrawn", "Wrong"), ("es", "withdrawn", "Error"),
    ]  # fmt: skip


def test_only_what_is_public_is_withdrawn_and_its_run_is_not_published_again(staff):
    draft = edition_of(run_of(), staff)
    with pytest.raises(ProblemsFound) as found:
        withdraw_edition(publication=draft, reasons=WHY, by=staff)
    assert codes(found) == ["state"]

    edition = published(staff)
    withdraw_edition(publication=edition, reasons=WHY, by=staff)
    other = Publication.objects.create(study=edition.study, run=edition.run, language="es", state="approved")
    with pytest.raises(ProblemsFound) as found:
        publish(publication=other, by=staff)
    assert codes(found) == ["withdrawn"]


def test_what_is_withdrawn_has_its_day(staff):
    edition = published(staff)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=edition.pk).update(state=PublicationState.WITHDRAWN)
