import re
from pathlib import Path

from django.conf import settings

from core.charts.theme import THEMES


def test_print_colours_are_the_light_tokens():
    tokens = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
    light = dict(re.findall(r"--([\w-]+): light-dark\((#[0-9A-F]{6}),", tokens))
    colours = THEMES["print"].colours
    assert colours == {name: light[name] for name in colours}


def test_paint_names_classes_in_the_page_and_colours_in_print():
    painted = [THEMES[name].paint("series-1", "ink") for name in ("page", "print")]
    assert painted == [' class="fill-series-1 stroke-ink"', ' fill="#0E4F5F" stroke="#14242B"']
