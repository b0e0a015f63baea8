import re
from dataclasses import replace

from django.template import engines

from core.charts.samples import PLACES, SAMPLES
from core.templatetags.charts import facts


def render(source, **context):
    return engines["django"].from_string("{% load charts %}" + source).render(context)


def test_facts_say_n_missing_source_and_day():
    assert facts(SAMPLES["agreement"]) == [
        "n = 93", "4 without an answer", "Source: Survey of learners, wave 2", "As of 31 May 2019",
    ]  # fmt: skip


def test_chart_has_the_finding_as_heading_both_drawings_and_the_table():
    page = render("{% chart spec level=2 downloads=files %}", spec=SAMPLES["agreement"], files=[("CSV", "/x.csv")])
    assert "<h2" in page
    assert "Four of five would recommend their company" in page
    assert (page.count("<svg"), page.count("<details"), page.count("<table")) == (2, 1, 1)
    assert '<a href="/x.csv" download>CSV</a>' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_chart_in_print_is_one_drawing_with_an_open_table():
    page = render("{% chart spec theme='print' %}", spec=SAMPLES["bars"])
    assert (page.count("<svg"), page.count("<details"), page.count("<table")) == (1, 0, 1)


def test_chart_escapes_words_and_keeps_to_the_content_policy():
    page = render("{% chart spec %}", spec=replace(SAMPLES["bars"], note="<b>", source='"x" onload="'))
    assert "<b>" not in page
    assert not re.search(r"<[^>]* style=|<script", page)


def test_small_drawings_say_their_words():
    page = render("{% sparkline values label='rises' %}{% quota_bar 5 10 expected=7 label='5 of 10' %}", values=[1, 2])
    assert re.findall('aria-label="([^"]*)"', page) == ["rises", "5 of 10"]


def test_places_map_lists_in_words_what_it_marks():
    page = render("{% places_map places 'Partners' %}", places=PLACES)
    assert re.findall("<dt>(.*?)</dt>", page) == ["Spain", "Romania", "Portugal", "Belgium", "Malta"]
    assert '<a href="/es">Example school, Valencia</a>' in page
