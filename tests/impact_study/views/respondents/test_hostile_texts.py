"""What authors and respondents write reaches no page as markup of theirs."""

from html.parser import HTMLParser

import pytest

from impact_study.models import Response
from tests.impact_study.surveys import QUESTIONNAIRE, TEXTS, Respondent, survey

pytestmark = pytest.mark.django_db
HOSTILE = (
    '<script>alert(1)</script><img src=x onerror=alert(2)><b onclick="x()">Bold</b>"\'><a href="javascript:x()">go</a>'
)


@pytest.fixture
def hostile():
    """A questionnaire whose every text is hostile, as if it had come past all cleaning."""
    texts = {language: dict.fromkeys(found, HOSTILE) for language, found in TEXTS.items()}
    return survey(
        wave__version__definition=QUESTIONNAIRE, wave__version__texts=texts, wave__study__title={"en": HOSTILE}
    )


class Markup(HTMLParser):
    """Elements and attributes of a page with which somebody could do harm."""

    def __init__(self, html):
        super().__init__()
        self.bad = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.bad += [name for name in given if name.startswith("on")]
        self.bad += [value for value in given.values() if (value or "").strip().startswith("javascript:")]
        if (tag == "script" and "src" not in given) or given.get("src") == "x":
            self.bad.append(tag)


def bad_in(html):
    return Markup(html).bad


def test_no_page_of_a_survey_shows_an_authors_markup(client, hostile):
    respondent = Respondent(client, hostile)
    pages = [respondent.open(), respondent.begin(), respondent.send(), respondent.send(agrees="yes"),
             respondent.send(role="trainee", age="17"), respondent.send(mentor_1="yes", mentor_2="no"),
             respondent.open("withdraw/"), respondent.open("resume/")]  # fmt: skip

    assert [page.status_code for page in pages] == [200, 200, 422, 200, 200, 200, 200, 200]
    assert [bad_in(page.content.decode()) for page in pages] == [[]] * len(pages)
    assert "<b>Bold</b>" in pages[3].content.decode()


def test_what_a_respondent_types_comes_back_as_words_and_is_stored_without_control_characters(client):
    respondent = Respondent(client, survey())
    respondent.begin()
    respondent.send(agrees="yes")

    shown = respondent.send(role=HOSTILE, age=HOSTILE, school=HOSTILE)
    respondent.send(role="apprentice", age="17", school="Cafe\u0301 \u202eX\x07 <b>y</b>")
    respondent.send(mentor_1="yes", mentor_2="no")

    assert (shown.status_code, bad_in(shown.content.decode())) == (422, [])
    assert Response.objects.get().answers["school"] == "Café X <b>y</b>"


def test_a_code_from_the_address_is_a_value_and_no_markup(client):
    page = Respondent(client, survey(wave__study__linkage="code")).open(code='"><script>alert(1)</script>')

    assert bad_in(page.content.decode()) == []
