import pytest
from django.urls import reverse

from dissemination.models import Activity, Objective, PlannedActivity, PlannedEvent, PlanVersion
from network.enums import Role
from tests.factories import UserFactory
from tests.factories.plan import ActivityFactory, ChannelFactory, PlannedActivityFactory, TargetGroupFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned():
    return PlannedActivityFactory()


@pytest.fixture
def as_coordinator(client, planned):
    client.force_login(UserFactory(role=Role.COORDINATOR, project=planned.project))
    return client


def address(name, planned, *args):
    return reverse(f"dissemination:{name}", args=[planned.project.code, *args])


@pytest.mark.parametrize("name", ["plan", "plan_groups", "plan_results", "activity_list"])
def test_the_views_of_a_plan_take_the_same_statements_for_one_line_and_three(
    name, planned, as_coordinator, django_assert_max_num_queries, django_assert_num_queries
):
    ActivityFactory(partner=planned.partner, planned=planned)
    with django_assert_max_num_queries(30) as first:
        assert as_coordinator.get(address(name, planned)).status_code == 200
    PlannedActivityFactory.create_batch(2, partner=planned.partner)
    ActivityFactory.create_batch(2, partner=planned.partner)
    with django_assert_num_queries(len(first)):
        as_coordinator.get(address(name, planned))


def test_a_coordinator_writes_the_plan_and_adopts_it(planned, as_coordinator):
    as_coordinator.post(address("plan_part_add", planned, "objectives"), {"title_en": "Known", "order": "1"})
    as_coordinator.post(
        address("plan_part_add", planned, "activities"),
        {
            "title_en": "Article", "title_es": "Artículo", "partner": planned.partner_id,
            "group": TargetGroupFactory(project=planned.project).pk,
            "channel": ChannelFactory(project=planned.project).pk, "starts_on": "2018-02-01", "ends_on": "2018-02-28",
        },
    )  # fmt: skip
    answer = as_coordinator.post(address("plan_adopt", planned), {"adopted_on": "2018-01-12"}, follow=True)

    assert Objective.objects.filter(title={"en": "Known"}).exists()
    assert PlannedActivity.objects.filter(title={"en": "Article", "es": "Artículo"}).exists()
    assert PlanVersion.objects.get().content["activities"][-1]["title"] == {"en": "Article", "es": "Artículo"}
    assert "Fingerprint" in answer.text


def test_days_in_the_wrong_order_are_said_at_the_field(planned, as_coordinator):
    answer = as_coordinator.post(
        address("plan_part_edit", planned, "activities", planned.pk),
        {
            "title_en": "Article", "partner": planned.partner_id, "group": planned.group_id,
            "channel": planned.channel_id, "starts_on": "2018-02-28", "ends_on": "2018-02-01",
        },
    )  # fmt: skip

    assert (answer.status_code, "It ends before it starts." in answer.text) == (422, True)


@pytest.mark.parametrize(
    ("heads", "confirmed", "status"),
    [("-1", "", 422), ("1.5", "", 422), ("10000", "", 302), ("10001", "", 422), ("10001", "on", 302), ("9" * 20, "on", 422)],
)  # fmt: skip
def test_foreseen_heads_are_a_number_that_can_be_and_an_astonishing_one_is_asked_about(
    planned, as_coordinator, heads, confirmed, status
):
    told = {
        "title_en": "Event", "partner": planned.partner_id, "kind": "workshop", "local_heads": heads,
        "international_heads": "0", "virtual_heads": "0", "heads_confirmed": confirmed,
    }  # fmt: skip
    answer = as_coordinator.post(address("plan_part_add", planned, "events"), told)
    kept = [int(heads)] if status == 302 else []
    assert (answer.status_code, list(PlannedEvent.objects.values_list("local_heads", flat=True))) == (status, kept)


def test_an_activity_is_written_down_with_links_and_duties(planned, as_coordinator):
    as_coordinator.post(
        address("activity_add", planned),
        {
            "partner": planned.partner_id, "planned": planned.pk, "title": "Article", "done_on": "2018-02-03",
            "links": "https://example.org/a\nhttps://example.org/b", "duty_emblem": "yes", "duty_licence": "no",
        },
    )  # fmt: skip

    activity = Activity.objects.get()
    assert (activity.duties, activity.links.count()) == ({"emblem": "yes", "licence": "no"}, 2)
    assert "Still to be answered" in as_coordinator.get(activity.get_absolute_url()).text


def test_an_activity_begins_as_it_was_planned(planned, as_coordinator):
    for asked, chosen in ((planned.pk, planned), ("²", None)):
        page = as_coordinator.get(address("activity_add", planned), {"planned": asked})
        assert page.context["form"].initial.get("planned") == chosen
