import re
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path("templates")
TEMPLATES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.html"))
FORBIDDEN = {
    "a style attribute": re.compile(r"<[^>]*\sstyle="),
    "an event attribute": re.compile(r"<[a-z][^>]*\son[a-z]+="),
    "hx-on": re.compile(r"hx-on"),
    "script in an attribute": re.compile(r"""=["']?(?:js|javascript):"""),
    "an inline style": re.compile(r"<style"),
    "an inline script": re.compile(r"<script(?![^>]*\b(?:src|type=\"application/(?:ld\+)?json\"))"),
}
# What is printed or mailed carries its own look and never meets the policy.
OFF_SITE = ("reports/print/", "reports/pdf/", "mail/")


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_compiles(name):
    assert get_template(name).template.name == name


@pytest.mark.parametrize("name", [name for name in TEMPLATES if not name.startswith(OFF_SITE)])
def test_template_keeps_the_content_policy(name):
    text = (ROOT / name).read_text()
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


def test_icons_named_in_templates_are_in_the_sprite():
    sprite = set(re.findall(r'id="([\w-]+)"', Path("static/img/icons.svg").read_text()))
    named = {
        name for path in ROOT.rglob("*.html") for name in re.findall(r"""\{% icon "([\w-]+)\"""", path.read_text())
    }
    assert named - sprite == set()
