import pytest

from network.enums import ExperienceState
from portal.services.public.installation import installation
from portal.services.public.projects import Quota, project_views
from tests.factories import ExperienceFactory, OrganisationFactory, PartnerFactory, PersonFactory, ProjectFactory

pytestmark = pytest.mark.django_db


def test_figures_leave_out_groups_too_small_to_be_shown(project):
    PartnerFactory(project=project, organisation=OrganisationFactory(country="RO"))
    found = {figure.name: figure.value for figure in installation().figures}
    assert found == {
        "people and organisations involved": "6",
        "partner organisations": "2",
        "countries": "2",
        "experiences told": "1",
    }


def test_a_project_without_public_page_is_told_of_nowhere(project, grow):
    hidden = grow("secret", is_public=False)

    found = installation()

    assert [view.project for view in found.projects] == [project]
    assert [story.project for story in found.stories] == [project]
    assert "6" in [figure.value for figure in found.figures]
    assert hidden not in [partner.project for partner in found.partners]


def test_only_published_experiences_that_name_nobody_without_leave_are_stories(project):
    partner = project.partners.get()
    for state in set(ExperienceState) - {ExperienceState.PUBLISHED}:
        ExperienceFactory(partner=partner, state=state, story_name="Sailor")
    ExperienceFactory(partner=partner, state=ExperienceState.PUBLISHED, learner=PersonFactory(partners=[partner]))
    assert [story.title for story in installation().stories] == ["Six weeks at sea oak"]


def test_quotas_name_what_is_hidden(project):
    assert project_views([project])[0].quotas == [Quota("Directors", None, 50), Quota("Students", 6, 50)]


def test_quotas_keep_a_project_s_larger_smallest_group(project):
    project.minimum_group = 10
    assert [quota.reached for quota in project_views([project])[0].quotas] == [None, None]


def test_installation_without_projects_shows_no_figure_of_people():
    ProjectFactory(is_public=False)
    assert [figure.value for figure in installation().figures] == ["fewer than 5", "0", "0", "0"]
