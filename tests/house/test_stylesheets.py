import gzip
import re
from pathlib import Path

import pytest

from core.bundles import bundles

STATIC = Path("static")
SHEETS = sorted(path for path in STATIC.rglob("*.css"))
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:max-|min-)?(?:width|height))\s*:"
)
LAYERED = [*(STATIC / "css/components").glob("*.css"), *(STATIC / "css/pages").glob("*.css")]


def test_stylesheet_of_the_house_is_within_its_budget():
    assert len(gzip.compress(bundles(STATIC)["css/house.css"].encode(), 9)) <= 14 * 1024


def test_script_parts_are_within_their_budget():
    sizes = {str(path): len(gzip.compress(path.read_bytes(), 9)) for path in STATIC.glob("js/**/*.js")}
    assert {name: size for name, size in sizes.items() if size > 6 * 1024} == {}


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_stylesheet_keeps_the_habits_of_the_house(sheet):
    text = sheet.read_text()
    assert "!important" not in text
    assert "@import" not in text
    assert re.findall(r"^\s*#[\w-]+.*\{", text, re.MULTILINE) == []
    if "print" not in sheet.parts:  # paper has sides, and its printer knows no others
        assert PHYSICAL.findall(re.sub(r"@(?:media|container)[^{]*\{", "{", text)) == []


@pytest.mark.parametrize("sheet", LAYERED, ids=str)
def test_stylesheet_of_a_component_or_page_stands_in_its_layer(sheet):
    layer = "components" if sheet.parent.name == "components" else "pages"
    assert sheet.read_text().startswith(f"@layer {layer} {{")
