import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as effort

from core.charts import NARROW, WIDE, ChartSpec, Kind, svg
from core.charts.samples import SAMPLES
from core.charts.text import width
from tests.core.charts.strategies import specs

NS = "{http://www.w3.org/2000/svg}"
WIDTHS = (NARROW, WIDE)


def texts(drawing):
    return ["".join(mark.itertext()) for mark in ET.fromstring(drawing).iter(f"{NS}text")]


@pytest.mark.parametrize("patterns", [False, True])
@pytest.mark.parametrize("theme", ["page", "print"])
@effort(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spec=specs())
def test_svg_is_whole_whatever_it_is_given(theme, patterns, spec):
    for wide in WIDTHS:
        drawing = svg(spec, theme=theme, width=wide, patterns=patterns)
        root = ET.fromstring(drawing)
        assert root.get("role") == "img"
        assert [child.tag for child in root][:2] == [f"{NS}title", f"{NS}desc"]
        numbers = " ".join(value for mark in root.iter() for key, value in mark.items() if key not in {"aria-label"})
        assert not re.search(r"\b(nan|inf)\b", numbers)


@effort(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spec=specs())
def test_page_svg_keeps_to_the_content_policy(spec):
    root = ET.fromstring(svg(spec))
    names = {name for mark in root.iter() for name in mark.attrib}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    assert not {mark.tag for mark in root.iter()} & {f"{NS}script", f"{NS}style", f"{NS}foreignObject"}
    assert not {mark.get(name) for mark in root.iter() for name in ("fill", "stroke")} - {None}


@pytest.mark.parametrize("spec", SAMPLES.values(), ids=SAMPLES)
def test_print_svg_writes_every_colour_out_and_names_its_font(spec):
    root = ET.fromstring(svg(spec, theme="print"))
    marks = [mark for mark in root.iter() if mark.tag in {f"{NS}{name}" for name in ("rect", "path", "text", "circle")}]
    assert {mark.get("class") for mark in marks} == {None}
    assert all(re.fullmatch(r"#[0-9A-F]{6}|none", mark.get("fill")) for mark in marks)
    assert {mark.get("font-family") for mark in root.iter(f"{NS}text")} == {"Atkinson Hyperlegible Next, sans-serif"}
    assert root.get("aria-label") == root.findtext(f"{NS}title")
    assert root.findtext(f"{NS}title").startswith(spec.title)
    assert root.findtext(f"{NS}title").endswith(spec.statement)


@pytest.mark.parametrize("wide", WIDTHS)
@pytest.mark.parametrize("spec", SAMPLES.values(), ids=SAMPLES)
def test_words_stay_on_the_drawing(spec, wide):
    root = ET.fromstring(svg(spec, width=wide))
    for mark in root.iter(f"{NS}text"):
        room = width("".join(mark.itertext()), float(mark.get("font-size")), bold=mark.get("font-weight") == "700")
        start = float(mark.get("x")) - room * {"start": 0, "middle": 0.5, "end": 1}[mark.get("text-anchor")]
        assert start >= -2
        assert start + room <= wide + 2
        assert float(mark.get("y")) <= float(root.get("height"))


def test_svg_escapes_all_it_is_told():
    evil = '"><script>alert(1)</script>'
    drawing = svg(ChartSpec(kind=Kind.BARS, title=evil, categories=(evil,), series=(evil,), values=((1,),)))
    assert "<script" not in drawing
    assert texts(drawing) == [evil, "1"]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("secret", ["hidden", "hidden_too"])
def test_hidden_figures_are_in_no_drawing(kind, secret):
    spec = ChartSpec(
        kind=kind, title="T", categories=("a", "b"), series=("x", "y", "z"), codes=("ES", "PT"), bounds=(5,),
        values=((1, 2, 3), (7654, 7655, 7656)), decimals=0, **{secret: frozenset({(1, 0), (1, 1), (1, 2)})},
    )  # fmt: skip
    lower = replace(spec, values=((1, 2, 3), (4, 4, 4)))
    for wide in WIDTHS:
        assert svg(spec, width=wide) == svg(lower, width=wide)


def test_two_drawings_have_different_ids_and_the_same_drawing_the_same():
    spec = SAMPLES["bars"]
    marks = [re.search(r'id="(\w+)t"', drawing)[1] for drawing in
             (svg(spec), svg(spec), svg(spec, width=NARROW), svg(spec, key="second"))]  # fmt: skip
    assert (marks[0] == marks[1], len(set(marks))) == (True, 3)


def test_patterns_add_hatching_without_changing_the_figures():
    plain, hatched = (svg(SAMPLES["grouped"], theme="print", patterns=patterns) for patterns in (False, True))
    assert texts(plain) == texts(hatched)
    assert hatched.count("<path") > plain.count("<path")


def test_style_sheet_knows_every_class_a_chart_uses():
    sheet = (Path(settings.BASE_DIR) / "static/css/components/chart.css").read_text()
    used = set()
    for spec in SAMPLES.values():
        used |= set(re.findall(r"(?:fill|stroke)-[\w-]+", " ".join(re.findall(r'class="([^"]*)"', svg(spec)))))
    assert used <= set(re.findall(r"\.([\w-]+) {", sheet))
