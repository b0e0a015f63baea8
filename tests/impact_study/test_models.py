from datetime import date

import pytest

from impact_study.models import InstrumentVersion, Study, Wave
from network.enums import Role
from tests.factories import MembershipFactory, PartnerFactory, UserFactory
from tests.factories.impact_study import ChannelFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [None, *Role])
def test_what_a_member_sees_agrees_with_the_view_permission(role):
    channel = ChannelFactory()
    user = UserFactory()
    if role:
        MembershipFactory(
            user=user,
            project=channel.project,
            partner=PartnerFactory(project=channel.project),
            role=role,
            ends_on=date(2999, 1, 1),
        )
    things = {
        "study": channel.wave.study, "wave": channel.wave, "instrumentversion": channel.wave.version,
        "instrument": channel.wave.version.instrument, "channel": channel,
    }  # fmt: skip

    seen = {name: type(thing).objects.visible_to(user).contains(thing) for name, thing in things.items()}

    assert seen == {name: user.has_perm(f"impact_study.view_{name}", thing) for name, thing in things.items()}
    assert set(seen.values()) == {role is not None}


@pytest.mark.parametrize("model", [Study, Wave, InstrumentVersion])
def test_things_of_a_project_are_found_in_it_alone(model):
    channel, other = ChannelFactory(), ChannelFactory()

    found = model.objects.in_project(channel.project)

    assert found.count() == 1
    assert not model.objects.in_project(other.project).filter(pk__in=found).exists()
