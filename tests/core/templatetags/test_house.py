import pytest
from django.template import Context, Template

from core.templatetags.house import share_of


def drawn(source, **context):
    return Template("{% load house %}" + source).render(Context(context)).strip()


def test_icon_is_decoration_unless_it_speaks_alone():
    assert drawn('{% icon "check" %}').startswith('<svg class="icon" aria-hidden="true">')
    assert 'role="img" aria-label="Done"' in drawn('{% icon "check" label="Done" %}')


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(30, 120, 25.0), (130, 100, 100.0), (5, 0, 0.0), (0, 10, 0.0), (1, 3, 33.3)]
)
def test_share_of_is_never_more_than_all(part, whole, share):
    assert share_of(part, whole) == share


@pytest.mark.parametrize(
    ("query", "order", "href"),
    [
        ("", None, "?sort=name"),
        ("?sort=name&kind=firm&page=3", "ascending", "?sort=-name&amp;kind=firm"),
        ("?sort=-name", "descending", "?sort=name"),
    ],
)
def test_sort_header_turns_the_order_round_and_keeps_the_filter(rf, query, order, href):
    cell = drawn('{% sort_header "name" "Name" %}', request=rf.get(f"/{query}"))
    assert f'href="{href}"' in cell
    assert (f'aria-sort="{order}"' in cell) == (order is not None)


def test_language_links_lead_to_the_same_page_and_name_languages_in_themselves(rf):
    source = "{% language_links as all %}{% for one in all %}{{ one.name }} {{ one.url }};{% endfor %}"
    found = drawn(source, request=rf.get("/en/people/?page=2"), alternates={"es": "/es/personas/"})
    assert "Română /ro/people/?page=2;" in found
    assert "Español /es/personas/;" in found


@pytest.mark.parametrize(
    ("reached", "target", "words"), [(184, 200, "184 of 200"), (130, 100, "130 of 100"), (3, 0, "3, no target")]
)
def test_quota_bar_says_in_words_what_it_draws(reached, target, words):
    source = '{% include "components/quota_bar.html" with reached=reached target=target only %}'
    assert words in drawn(source, reached=reached, target=target)


def test_progress_asks_again_only_while_there_is_something_to_ask():
    source = '{% include "components/progress.html" with id="x" label="Report" value=3 max=9 poll=poll only %}'
    assert 'hx-get="/job/"' in drawn(source, poll="/job/")
    assert "hx-get" not in drawn(source)
