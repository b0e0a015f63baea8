import pytest

from impact_study.enums import StudyState, VersionState
from impact_study.models import Translation
from impact_study.todos import drafts_to_publish, missing_translations, studies_to_start
from network.enums import Role
from tests.factories import UserFactory
from tests.factories.impact_study import VersionFactory, WaveFactory

pytestmark = pytest.mark.django_db


def test_coordinator_is_told_of_drafts_and_of_studies_to_start():
    draft = VersionFactory(state=VersionState.DRAFT, published_at=None)
    wave = WaveFactory(study__project=draft.project, study__state=StudyState.DRAFT)
    user = UserFactory(role=Role.COORDINATOR, project=draft.project)
    assert [todo.url for todo in drafts_to_publish(user)] == [draft.get_absolute_url()]
    assert [todo.url for todo in studies_to_start(user)] == [wave.study.get_absolute_url()]
    assert list(drafts_to_publish(UserFactory())) == []


def test_missing_translations_of_running_waves_are_counted():
    wave = WaveFactory()
    Translation.objects.filter(version=wave.version, language="es", key__in=["q.useful", "title"]).update(text="")
    user = UserFactory(role=Role.COORDINATOR, project=wave.project)
    assert [str(todo.title) for todo in missing_translations(user)] == [
        "2 texts of Small survey are missing in Spanish"
    ]
