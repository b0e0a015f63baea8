from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import AuditEntry
from network.enums import ConsentPurpose, ExperienceState, OrganisationKind, RespondentGroup, Role, Unit
from network.models import Consent, Experience, Opinion, Participation
from network.services.consents import give_consent
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    ExperienceFactory,
    OrganisationFactory,
    PartnerFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def manager(partner, client):
    user = UserFactory(role=Role.MANAGER, partner=partner)
    client.force_login(user)
    return user


def url(name, partner, *args):
    return reverse(f"network:{name}", args=[partner.project.code, *args])


def placement(partner, **kwargs):
    host = OrganisationFactory(
        kind=OrganisationKind.ENTERPRISE, projects=[partner.project], country="PT", name="Fábrica"
    )
    provider = OrganisationFactory(projects=[partner.project])
    learner = kwargs.pop("learner", None) or PersonFactory(given_name="Ana María", partners=[partner])
    defaults = {"host": host, "provider": provider, "sector": "C", "efqea": ["E02"], "story": {"en": "I learnt."}}
    return ExperienceFactory(partner=partner, learner=learner, **(defaults | kwargs))


def test_list_takes_the_same_statements_for_1_and_3_rows(client, partner, manager, django_assert_max_num_queries):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            placement(partner)
        with django_assert_max_num_queries(40) as seen:
            assert client.get(url("experience_list", partner)).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("query", "count"),
    [("q=ana", 1), ("q=fabrica", 1), ("efqea=E02", 1), ("efqea=E03", 0), ("sector=C", 1), ("country=PT", 1),
     ("state=published", 0), ("counted=false", 1), ("counted=true", 0), ("level=local", 1)],
)  # fmt: skip
def test_list_finds_placements(client, partner, manager, query, count):
    placement(partner)
    answer = client.get(f"{url('experience_list', partner)}?{query}")
    assert answer.context["listing"].page.paginator.count == count


def test_minor_of_another_partner_is_in_the_sheet_without_a_name(client, partner):
    placement(partner, learner=PersonFactory(given_name="Minor", is_minor=True, partners=[partner]))
    client.force_login(UserFactory(role=Role.COORDINATOR, project=partner.project))
    sheet = b"".join(client.get(url("experience_export", partner, "csv"))).decode()
    assert ("Minor" in sheet, len(sheet.splitlines())) == (False, 2)


def typed(partner, **changes):
    host = OrganisationFactory(projects=[partner.project], name="Invented Host")
    return {
        "partner": partner.pk, "title": "Invented placement", "kind": "traineeship", "level": "local",
        "learner": "", "provider": f"x (no. {partner.organisation.pk})", "host": f"Invented Host (no. {host.pk})",
        "starts_on": "2018-02-01", "ends_on": "2018-02-28", "outcomes": "One\n\nTwo", "efqea": ["E02", "E11"],
        "story_en": "Told", "version": 1,
    } | changes  # fmt: skip


def test_placement_is_written_down_with_names_typed(client, partner, manager):
    ana = PersonFactory(given_name="Ana", family_name="Inventada", partners=[partner])
    answer = client.post(url("experience_add", partner), typed(partner, learner="inventada ana"))
    added = Experience.objects.get()
    assert answer.headers["Location"] == added.get_absolute_url()
    assert (added.learner, added.host.name, added.outcomes, added.story) == (
        ana,
        "Invented Host",
        ["One", "Two"],
        {"en": "Told"},
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"learner": "Nobody"}, "learner"),
        ({"learner": "twin"}, "learner"),
        ({"ends_on": "2018-01-01"}, "ends_on"),
        ({"hours": "10000"}, "hours"),
        ({"eqf": "9"}, "eqf"),
    ],
)
def test_wrong_input_is_told_at_the_field(client, partner, manager, change, field):
    for _ in range(2):
        PersonFactory(given_name="Twin", partners=[partner])
    answer = client.post(url("experience_add", partner), typed(partner, **change))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_second_editor_sees_both_versions(client, partner, manager):
    experience = placement(partner)
    Experience.objects.filter(pk=experience.pk).update(title="Meanwhile", version=2)
    answer = client.post(url("experience_change", partner, experience.pk), typed(partner, title="Mine"))
    told = [(one.stored, one.typed) for one in answer.context["differing"]]
    assert (answer.status_code, ("Meanwhile", "Mine") in told) == (422, True)


def review(client, partner, experience, side, agrees="yes", **changes):
    return client.post(
        url("experience_review", partner, experience.pk),
        {"side": side, "agrees": agrees, "reviewer_name": f"Reviewer {side}", "version": experience.version} | changes,
    )


def reviewed(client, partner, **kwargs):
    experience = placement(partner, **kwargs)
    client.post(url("experience_ask_review", partner, experience.pk))
    for side in ("provider", "host"):
        review(client, partner, experience, side)
    return experience


def state(experience):
    return Experience.objects.values_list("state", flat=True).get(pk=experience.pk)


def is_public(client, partner, experience):
    return client.get(url("story_detail", partner, experience.pk)).status_code == 200


def test_from_draft_to_the_public_and_back(client, partner, manager):
    experience = reviewed(client, partner)
    assert state(experience) == ExperienceState.REVIEWED
    client.post(url("experience_publish", partner, experience.pk))
    assert state(experience) == ExperienceState.REVIEWED, "nobody agreed to be named"

    consent = give_consent(
        person=experience.learner, project=partner.project, purpose=ConsentPurpose.NAME, given_on=date(2018, 1, 1),
        how="paper", text_version="1", by=manager,
    )  # fmt: skip
    client.post(url("experience_publish", partner, experience.pk))
    told = client.get(url("story_detail", partner, experience.pk)).content.decode()
    assert ("I learnt." in told, "Ana" in told, experience.learner.family_name in told) == (True, True, False)

    client.post(url("consent_withdraw", partner, experience.learner_id, consent.pk))
    assert (state(experience), is_public(client, partner, experience)) == (ExperienceState.PUBLISHED, False)


def test_review_is_of_the_version_that_was_read(client, partner, manager):
    experience = placement(partner)
    client.post(url("experience_ask_review", partner, experience.pk))
    Experience.objects.filter(pk=experience.pk).update(version=2)
    assert review(client, partner, experience, "host").status_code == 422


def test_one_person_cannot_speak_for_both_sides_and_a_no_makes_a_draft(client, partner, manager):
    experience = placement(partner)
    client.post(url("experience_ask_review", partner, experience.pk))
    review(client, partner, experience, "host", reviewer_name="Eva")
    assert review(client, partner, experience, "provider", reviewer_name="EVA").status_code == 422
    assert review(client, partner, experience, "provider", agrees="no").status_code == 422
    review(client, partner, experience, "provider", agrees="no", comment="The dates are wrong.")
    assert state(experience) == ExperienceState.DRAFT


def test_change_after_publishing_takes_the_story_off_until_it_is_reviewed_again(client, partner, manager):
    experience = reviewed(client, partner, story_name="Anita")
    client.post(url("experience_publish", partner, experience.pk))
    assert is_public(client, partner, experience)
    client.post(
        url("opinion_give", partner, experience.pk), {"voice": "learner", "text": "Good", "given_on": "2018-03-01"}
    )
    assert (state(experience), is_public(client, partner, experience)) == (ExperienceState.DRAFT, False)


@pytest.mark.parametrize(
    ("by_guardian", "story_name", "public"), [(True, "Sol", True), (True, "", False), (False, "Sol", False)]
)
def test_story_of_a_minor_needs_guardian_and_chosen_name(client, partner, manager, by_guardian, story_name, public):
    minor = PersonFactory(given_name="Realname", is_minor=True, partners=[partner])
    experience = placement(partner, learner=minor, story_name=story_name, state=ExperienceState.REVIEWED)
    Consent.objects.create(
        person=minor, project=partner.project, purpose=ConsentPurpose.NAME, how="paper", text_version="1",
        by_guardian=by_guardian, given_at="2018-01-01T00:00Z",
    )  # fmt: skip
    client.post(url("experience_publish", partner, experience.pk))
    assert is_public(client, partner, experience) == public
    assert "Realname" not in client.get(url("story_list", partner)).content.decode()


def test_story_quotes_only_what_may_be_quoted_in_the_language_there_is(client, partner):
    experience = placement(partner, story_name="Anita", state=ExperienceState.PUBLISHED, story={"es": "Aprendí."})
    for voice, text, public in [("host", "Quoted", True), ("tutor", "Hidden", False)]:
        Opinion.objects.create(
            experience=experience, voice=voice, text=text, may_be_quoted=public, given_on=date(2018, 5, 1)
        )
    told = client.get(url("story_detail", partner, experience.pk)).content.decode()
    assert ("Quoted" in told, "Hidden" in told, '<div lang="es">' in told) == (True, False, True)


def test_story_list_takes_the_same_statements_for_1_and_3_stories(client, partner, django_assert_max_num_queries):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            placement(partner, story_name="Anita", state=ExperienceState.PUBLISHED)
        with django_assert_max_num_queries(20) as seen:
            client.get(url("story_list", partner))
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_placement_counts_once(client, partner, manager):
    students = CategoryFactory(project=partner.project, respondent_groups=[RespondentGroup.STUDENT])
    enterprises = CategoryFactory(
        project=partner.project, unit=Unit.ORGANISATION, respondent_groups=[RespondentGroup.ENTERPRISE]
    )
    evidence = EvidenceFactory(partner=partner)
    experience = placement(partner)
    address = url("experience_count", partner, experience.pk)
    form = client.get(address).context["form"]
    assert {key: form.fields[key].initial for key in form.keys} == {"learner": students.pk, "host": enterprises.pk}

    chosen = {"learner": students.pk, "host": enterprises.pk, "known": [evidence.pk]}
    client.post(address, chosen)
    Experience.objects.filter(pk=experience.pk).update(starts_on=date(2018, 2, 15))
    again = client.post(address, chosen)

    records = Participation.objects.order_by("pk").values_list(
        "person", "organisation", "category", "state", "evidence"
    )
    assert list(records) == [
        (experience.learner_id, None, students.pk, "submitted", evidence.pk),
        (None, experience.host_id, enterprises.pk, "submitted", evidence.pk),
    ]
    assert again.status_code == 422


def test_new_file_proves_what_is_counted(client, partner, manager):
    students = CategoryFactory(project=partner.project)
    experience = placement(partner)
    paper = SimpleUploadedFile("agreement.pdf", b"%PDF-1.4 invented agreement", content_type="application/pdf")
    client.post(
        url("experience_count", partner, experience.pk), {"learner": students.pk, "file": paper, "kind": "agreement"}
    )
    evidence = Participation.objects.get().evidence.get()
    assert (evidence.kind, evidence.given_name, evidence.partner) == ("agreement", "agreement.pdf", partner)


def test_openings_are_logged(client, partner, manager):
    experience = placement(partner)
    client.get(url("experience_list", partner))
    client.get(url("experience_detail", partner, experience.pk))
    list(client.get(url("experience_export", partner, "csv")))
    actions = AuditEntry.objects.filter(actor=manager).order_by("pk").values_list("action", flat=True)
    assert list(actions) == [
        f"network.{what}" for what in ("experiences.listed", "experience.opened", "experiences.exported")
    ]


@pytest.mark.parametrize(
    ("role", "codes"),
    [(Role.READER, (200, 403, 404)), (Role.CONTRIBUTOR, (200, 200, 403)), (Role.AUDITOR, (200, 403, 403))],
)
def test_who_may_list_add_and_publish(client, partner, role, codes):
    experience = placement(partner)
    client.force_login(UserFactory(role=role, project=partner.project, partner=partner))
    answers = (
        client.get(url("experience_list", partner)).status_code,
        client.get(url("experience_add", partner)).status_code,
        client.post(url("experience_publish", partner, experience.pk)).status_code,
    )
    assert answers == codes
