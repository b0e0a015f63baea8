"""A list to choose from speaks the reader's language, although it is made once."""

from django.utils import translation

from network.codes.nace import SECTIONS
from network.codes.titles import titled


def test_a_title_follows_the_reader():
    choice = titled("A", SECTIONS["A"][1])
    with translation.override("es"):
        spanish = str(choice)
    assert (str(choice), spanish) == (
        "A · Agriculture, forestry and fishing",
        "A · Agricultura, ganadería, silvicultura y pesca",
    )
