import pytest
from django.utils import translation

from dissemination.forms.claims import AwardForm
from network.models import Output
from tests.factories import ProjectFactory


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/p/qqvet/study/io1/", "/es/p/qqvet/study/io1/"),
        ("https://example.org/film", "https://example.org/film"),
    ],
)
def test_an_output_is_read_in_the_readers_language(address, page):
    with translation.override("es"):
        assert Output(address=address).get_absolute_url() == page


@pytest.mark.django_db
def test_a_single_finding_is_no_result_of_its_own():
    project = ProjectFactory()
    study = Output.objects.create(project=project, kind="study", title={"en": "Study"}, address="/study/")
    Output.objects.create(project=project, kind="finding", title={"en": "Rose"}, address="/study/#a", anchor="a")

    assert list(Output.objects.in_project(project).whole()) == [study]
    assert list(AwardForm(project=project).fields["results"].queryset) == [study]
