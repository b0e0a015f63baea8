import pytest
from django.urls import reverse

from core.models import Job
from impact_study.models import Channel, SurveyInvitation, WaveTarget
from impact_study.services.channels import key_hash
from tests.factories import MembershipFactory, PartnerFactory, UserFactory
from tests.factories.impact_study import ChannelFactory

pytestmark = pytest.mark.django_db


def at(name, thing):
    return reverse(f"impact_study:{name}", args=[thing.project.code, thing.pk])


@pytest.fixture
def coordinator(client):
    def signed_in(project):
        user = UserFactory(role="coordinator", project=project)
        client.force_login(user)
        return user

    return signed_in


@pytest.mark.parametrize("number", [1, 3])
def test_a_wave_shows_partners_and_ways_in_with_the_same_statements(
    client, coordinator, number, django_assert_max_num_queries
):
    channel = ChannelFactory()
    coordinator(channel.project)
    for _more in range(number - 1):
        other = ChannelFactory(wave=channel.wave, partner=PartnerFactory(project=channel.project))
        WaveTarget.objects.create(wave=channel.wave, partner=other.partner, answers=5)

    with django_assert_max_num_queries(20):
        page = client.get(at("wave_detail", channel.wave))

    assert page.content.decode().count("Open link") == number


def test_a_partner_opens_a_way_in_of_its_own_only(client):
    channel = ChannelFactory()
    user = UserFactory()
    MembershipFactory(user=user, project=channel.project, partner=channel.partner, role="manager")
    client.force_login(user)
    other = PartnerFactory(project=channel.project)
    address = at("channel_add", channel.wave)

    own = client.post(address, {"partner": channel.partner_id, "kind": "kiosk", "language": "es"})
    foreign = client.post(address, {"partner": other.pk, "kind": "kiosk"})

    assert (own.status_code, foreign.status_code) == (302, 422)
    assert Channel.objects.filter(kind="kiosk").get().partner == channel.partner


def test_a_withdrawn_link_is_dead(client, coordinator):
    channel = ChannelFactory(wave__study__linkage="none")
    coordinator(channel.project)

    client.post(at("channel_revoke", channel))
    page = client.get(f"/en/s/{channel.slug}/")

    assert page.status_code == 410
    assert "This link has been withdrawn." in page.content.decode()


def test_the_key_of_a_program_is_shown_once_and_kept_as_a_hash(client, coordinator):
    channel = ChannelFactory(kind="program")
    coordinator(channel.project)

    page = client.post(at("channel_key", channel))
    later = client.get(at("channel_detail", channel))

    key = page.context["key"]
    channel.refresh_from_db()
    assert channel.key_hash == key_hash(key)
    assert key in page.content.decode()
    assert key not in later.content.decode()


def test_cards_and_posters_are_work_for_the_background(client, coordinator):
    channel = ChannelFactory()
    coordinator(channel.project)

    pages = [
        client.post(at("cards_print", channel), {"cards": 8, "language": "en"}),
        client.post(at("channel_poster", channel)),
    ]

    assert [page.status_code for page in pages] == [302, 302]
    assert set(Job.objects.values_list("kind", flat=True)) == {
        "impact_study.print_cards", "impact_study.print_poster",
    }  # fmt: skip


def test_people_are_invited_from_pasted_addresses_and_wrong_ones_told_by_line(client, coordinator):
    channel = ChannelFactory(kind="personal_link")
    coordinator(channel.project)

    wrong = client.post(at("invitation_add", channel), {"addresses": "ana@example.org\nana", "language": "en"})
    right = client.post(at("invitation_add", channel), {"addresses": "ana@example.org", "language": "en"})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "Line 2 is not an address." in wrong.content.decode()
    assert SurveyInvitation.objects.get().email == "ana@example.org"
    assert "ana@example.org" in client.get(at("channel_detail", channel)).content.decode()


@pytest.mark.parametrize(
    ("study", "words"),
    [
        ({}, "Print the cards"),
        ({"secret": "", "state": "closed", "closed_at": "2020-01-01T00:00Z"}, "destroyed when the study was closed"),
        ({"secret": ""}, "this study has nothing to make codes with"),
    ],
)
def test_a_way_in_offers_cards_or_says_why_there_are_none(client, coordinator, study, words):
    channel = ChannelFactory(**{f"wave__study__{name}": value for name, value in study.items()})
    coordinator(channel.project)

    page = client.get(at("channel_detail", channel)).content.decode()

    assert words in page
