from __future__ import annotations

import warnings
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.problems import ProblemsFound
from core.sheets import Limits, ReadOptions, read_workbook
from tests.core.sheets.files import archive, ods, with_member, xlsx
from tests.sample_sheets import expected, sample

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LIST = [["Name", "E-mail"], ["Ana Example", "ana@example.org"]]


def refusal(data, name="list.xlsx", **kwargs):
    with pytest.raises(ProblemsFound) as found:
        read_workbook(data, name=name, **kwargs)
    return [problem.code for problem in found.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_read_workbook_sees_the_unicode_encoding(encoding):
    book = read_workbook("Imię;Miejscowość\nŁucja;Łódź\n".encode(encoding), name="x.csv")
    assert (book.encoding, book.sheets[0].rows[1]) == (encoding, ["Łucja", "Łódź"])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Funcţia;Instituţia\nŞerban Cătălin;Şcoala Ţăranu"),
        ("cp1250", "Jméno;Třída\nŽofie Říhová;Kuchař-číšník\nŠimon Dvořák;Truhlář"),
        ("cp1250", "Imię;Nazwisko\nŚwiętosława;Gżegżółka\nŁukasz;Źrebięć"),
        ("cp1252", "Apellidos;Año\nMuñoz Peña;2018\nIñaki Güemes;2019"),
        ("cp1252", "Prénom;Société\nZoë;Forêt & Fils – Œuvres"),
        ("cp1252", "Nome;Organização\nConceição;Associação de Pais e Mães"),
        ("iso8859_2", "Příjmení;Město\nŠťastný;Žďár\nŤažký;Plzeň"),
    ],
)
def test_read_workbook_sees_the_old_encoding_by_its_letters(encoding, text):
    book = read_workbook(text.encode(encoding), name="x.csv")
    assert [";".join(row) for row in book.sheets[0].rows] == text.split("\n")


def test_read_workbook_composes_letters_and_keeps_the_cedilla_as_typed():
    book = read_workbook("Nume;Oraş\nPopa;Bucures\u0327ti\n".encode(), name="x.csv")
    assert book.sheets[0].rows == [["Nume", "Oraş"], ["Popa", "Bucureşti"]]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_read_workbook_sees_the_delimiter(sign):
    text = f"Name{sign}Hours{sign}Place\n{sign.join(['Ana', '"1,5"', 'Ávila'])}\n"
    book = read_workbook(text.encode(), name="x.csv")
    assert (book.delimiter, book.sheets[0].rows[1]) == (sign, ["Ana", "1,5", "Ávila"])


def test_read_workbook_believes_the_delimiter_and_encoding_that_a_person_names():
    book = read_workbook("a|b;c".encode("cp1252"), name="x.txt", options=ReadOptions("cp1252", "|"))
    assert (book.encoding, book.sheets[0].rows) == ("cp1252", [["a", "b;c"]])


@pytest.mark.parametrize(
    ("options", "code"),
    [(ReadOptions("klingon"), "encoding"), (ReadOptions("base64"), "encoding"), (ReadOptions("", ";;"), "delimiter")],
)
def test_read_workbook_refuses_options_that_mean_nothing(options, code):
    assert refusal(b"a;b\n", "x.csv", options=options) == [code]


def test_read_workbook_obeys_the_separator_line_of_office_programs():
    assert read_workbook(b"sep=|\na|b\n1|2\n", name="x.csv").sheets[0].rows == [["a", "b"], ["1", "2"]]


def test_read_workbook_survives_a_lone_quotation_mark():
    rows = "\n".join(f'Ana {n};"Centro' if n == 1 else f"Ana {n};Centro" for n in range(40))
    assert len(read_workbook(rows.encode(), name="x.csv").sheets[0].rows) == 40


def test_read_workbook_keeps_types_and_places_of_an_office_file():
    rows = [[None, None, None], [None, "Code", "Day"], [None, "007", date(2018, 3, 4)], [None, 12.0, True]]
    assert read_workbook(xlsx(rows), name="x.xlsx").sheets[0].rows == [
        [None, None, None],
        [None, "Code", "Day"],
        [None, "007", date(2018, 3, 4)],
        [None, 12, True],
    ]


def test_read_workbook_reads_open_documents_with_their_merged_cells():
    book = read_workbook(ods([["a", "b"], ["x", "1"], [None, "2"]], merged_down={(1, 0): 2}), name="x.ods")
    merge = book.sheets[0].merges[0]
    assert book.sheets[0].rows == [["a", "b"], ["x", "1"], [None, "2"]]
    assert (merge.top, merge.left, merge.bottom, merge.right) == (1, 0, 2, 0)


def test_read_workbook_reads_every_sample():
    for name, facts in expected().items():
        book = read_workbook(sample(name), name=name)
        assert book.encoding == facts.get("encoding", "")
        assert book.delimiter == {";": ";", "tab": "\t"}.get(facts.get("delimiter"), "")


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "x.csv", "empty_file"),
        (b"\xef\xbb\xbf \n", "x.csv", "empty_file"),
        (b"a;b\n", "x.xlsx", "wrong_extension"),
        (xlsx(LIST), "x.csv", "wrong_extension"),
        (ods(LIST), "x.xlsx", "wrong_extension"),
        (xlsx(LIST), "x.exe", "wrong_extension"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "x.xlsx", "file_encrypted"),
        (OLE + "_VBA_PROJECT".encode("utf-16-le"), "x.xls", "file_macro"),
        (OLE + "WordDocument".encode("utf-16-le"), "x.xls", "file_document"),
        (with_member(xlsx(LIST), "xl/vbaProject.bin", b"x"), "x.xlsx", "file_macro"),
        (with_member(ods(LIST), "Basic/script.xml", b"x"), "x.ods", "file_macro"),
        (xlsx(LIST)[:-200], "x.xlsx", "file_broken"),
        (archive({"letter.txt": b"x"}), "x.xlsx", "file_archive"),
        (b"<html><table><tr><td>a</td></tr></table></html>", "x.xls", "file_markup"),
        (b"%PDF-1.7", "x.csv", "file_pdf"),
        (b"\x89PNG\r\n", "x.csv", "file_image"),
        (bytes(range(256)) * 40, "x.csv", "file_binary"),
    ],
)
def test_read_workbook_refuses_with_the_cause(data, name, code):
    assert refusal(data, name) == [code]


def test_read_workbook_refuses_a_bomb_by_its_directory():
    bomb = with_member(xlsx(LIST), "xl/media/zeros.xml", b"<a/>" + b" " * 60_000_000)
    assert refusal(bomb) == ["zip_bomb"]


def test_read_workbook_refuses_a_doubled_part():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        doubled = with_member(xlsx(LIST), "xl/worksheets/sheet1.xml", b"<worksheet/>")
    assert refusal(doubled) == ["doubled_member"]


def test_read_workbook_refuses_entities():
    data = with_member(xlsx(LIST), "xl/extra.xml", b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>')
    assert refusal(data) == ["active_content"]


def test_read_workbook_refuses_an_absurd_place_without_making_room_for_it():
    import openpyxl

    from tests.core.sheets.files import saved

    far_down, far_right = openpyxl.Workbook(), openpyxl.Workbook()
    far_down.active["A1048576"] = "x"
    far_right.active["XFD1"] = "x"
    assert [refusal(saved(far_down)), refusal(saved(far_right))] == [["too_many_rows"], ["too_many_columns"]]


def test_read_workbook_takes_a_sheet_that_only_looks_as_long_as_the_program_allows():
    import openpyxl

    from tests.core.sheets.files import saved

    book = openpyxl.Workbook()
    book.active.append(["Name", "Function"])
    book.active.cell(1048576, 16384).number_format = "0"
    assert read_workbook(saved(book), name="wide.xlsx").sheets[0].rows == [["Name", "Function"]]


def test_read_workbook_keeps_to_its_limits():
    rows = [[str(n), "x"] for n in range(30)]
    text = "\n".join(";".join(row) for row in rows).encode()
    few = Limits(rows=20)
    assert [refusal(xlsx(rows), limits=few), refusal(text, "x.csv", limits=few)] == [["too_many_rows"]] * 2
    assert refusal(xlsx(rows), limits=Limits(cells=30)) == ["file_too_many_cells"]
    assert refusal(text, "x.csv", limits=Limits(file_bytes=10)) == ["file_too_large"]


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_read_workbook_raises_nothing_but_problems_for_text(data):
    with suppress(ProblemsFound):
        assert read_workbook(data, name="x.csv").sheets


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_read_workbook_raises_nothing_but_problems_for_a_damaged_office_file(place, bytes_):
    data = bytearray(xlsx(LIST))
    place %= len(data)
    data[place : place + len(bytes_)] = bytes_
    with suppress(ProblemsFound):
        assert read_workbook(bytes(data), name="x.xlsx").sheets
