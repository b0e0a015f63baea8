"""The reader of templates itself: it has to see what it is there for."""

from pathlib import Path

import pytest

from tests.house.literals import Literal, literals_below, literals_in

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def test_no_template_holds_untranslatable_words():
    assert literals_below(TEMPLATES) == {}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Hello there</p>", ["Hello there"]),
        ('<img alt="A map">', ["A map"]),
        ('<input type="submit" value="Save">', ["Save"]),
        ('<a {% if x %}class="y"{% endif %} aria-label="Close">×</a>', ["Close"]),
        ('{% include "card.html" with title="People" kind="person" %}', ["People"]),
        ('{{ name|default:"Not known" }}', ["Not known"]),
        ("<p>Total: {{ count }}</p>", ["Total: …"]),
        ("<script>let a</script><p>Word</p>", ["Word"]),
    ],
)
def test_untranslatable_words_are_seen(source, words):
    assert [literal.words for literal in literals_in(source)] == words


@pytest.mark.parametrize(
    "source",
    [
        '<p>{% translate "Hello" %} – {{ name }} (CSV, XLSX) &amp; &middot; 5 %</p>',
        "{% blocktranslate count n=n %}one{% plural %}many{% endblocktranslate %}",
        '<p class="lead" data-kind="person" id="x">{{ text }}</p>',
        '{% include "card.html" with title=_("People") kind="person" %}',
        '<code>make demo</code> <span translate="no">Samiedu <b>x</b></span>',
        '<{% if href %}a href="{{ href }}"{% else %}button{% endif %} class="main">{{ label }}</{% if href %}a{% endif %}>',
        '{% block main_class %}narrow stack{% endblock %}{% block body_attributes %}hx-ext="x"{% endblock %}',
        '{# a comment #}{% comment %}more{% endcomment %}{{ value|default:"–" }}',
        '{% load static %}{% url "home" as home %}<a href="{{ home }}">{{ label }}</a>',
    ],
)
def test_translatable_words_pass(source):
    assert literals_in(source) == []


def test_a_finding_knows_its_line():
    source = "{% comment %}\nx\n{% endcomment %}\n\n<p>\n  Hello</p>"
    assert literals_in(source) == [Literal(5, "Hello")]


def test_text_templates_are_read_by_line():
    assert literals_in("{{ name }},\n\nsee you there", markup=False) == [Literal(3, "see you there")]
