from hypothesis import given
from hypothesis import strategies as st

from core.charts.text import clean, needed, shorten, width, wrap


def test_clean_keeps_what_xml_may_hold_on_one_line():
    assert clean(" a\x00b\n c\ud800 ") == "ab c"


def test_wrap_breaks_between_words_and_shortens_the_last_line():
    text = "The school visits often enough to notice when something goes wrong"
    assert wrap(text, 150, 14) == ["The school visits often", "enough to notice whe…"]


def test_marks_on_letters_take_no_room():
    assert width("ąčțé", 14) == width("acte", 14)


@given(st.text(max_size=80), st.floats(1, 400))
def test_shortened_text_fits_or_is_only_an_ellipsis(text, room):
    short = shorten(text, room, 14)
    assert short == "…" or width(short, 14) <= room + 0.5


@given(st.text(st.characters(categories=["L"]) | st.just(" "), max_size=120).map(clean))
def test_needed_room_is_enough_for_the_whole_text(text):
    assert " ".join(wrap(text, needed(text, 14), 14)) == text
