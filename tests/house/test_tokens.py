import re
from pathlib import Path

import pytest

TOKENS = Path("static/css/tokens.css")
TEXT = {
    "ink": ["bg", "surface", "sunken", "primary-tint", "accent-tint", "ok-tint", "warn-tint", "bad-tint"],
    "ink-2": ["bg", "surface", "sunken"],
    "primary": ["bg", "surface", "sunken", "primary-tint"],
    "primary-hover": ["bg", "surface", "sunken", "primary-tint"],
    "on-primary": ["primary", "primary-hover"],
    "accent": ["bg", "surface", "accent-tint"],
    "ok": ["bg", "surface", "ok-tint"],
    "warn": ["bg", "surface", "warn-tint"],
    "bad": ["bg", "surface", "bad-tint"],
    **{f"on-agree-{step}": [f"agree-{step}"] for step in range(1, 6)},
}
CONTROLS = {
    "edge": ["bg", "surface", "sunken"],
    "focus": ["bg", "surface", "sunken"],
    "accent": ["bg", "surface", "sunken"],
    **{f"series-{number}": ["bg", "surface"] for number in range(1, 9)},
}


def tokens(theme):
    """The colours of the token file as the theme sees them."""
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", TOKENS.read_text())
    return {name: (light, dark)[theme == "dark"] for name, light, dark in pairs}


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def weak(pairs, colours, least):
    return [
        f"{ink} on {ground}: {contrast(colours[ink], colours[ground]):.2f}"
        for ink, grounds in pairs.items()
        for ground in grounds
        if contrast(colours[ink], colours[ground]) < least
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tokens_text_can_be_read_on_every_ground_it_stands_on(theme):
    assert weak(TEXT, tokens(theme), 4.5) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tokens_body_text_stands_out_clearly(theme):
    assert weak({"ink": ["bg", "surface"]}, tokens(theme), 13) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tokens_controls_and_series_can_be_told_from_their_ground(theme):
    assert weak(CONTROLS, tokens(theme), 3) == []


def test_tokens_used_in_any_stylesheet_are_defined():
    defined = set(re.findall(r"--([\w-]+):", "".join(path.read_text() for path in Path("static").rglob("*.css"))))
    used = {name for path in Path("static").rglob("*.css") for name in re.findall(r"var\(--([\w-]+)", path.read_text())}
    assert used - defined == set()
