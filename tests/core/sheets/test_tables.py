from __future__ import annotations

from core.sheets import Merge, Sheet, find_table, read_workbook
from network.rules.columns.matching import is_heading
from tests.core.sheets.files import ods, xlsx


def table(rows, merges=(), **kwargs):
    return find_table(Sheet("Tab", rows, list(merges)), known=is_heading, **kwargs)


def headers(found):
    return [column.header for column in found.columns]


def numbers(found):
    return [row.number for row in found.rows]


def test_find_table_passes_titles_and_blank_rows_and_leaves_totals_and_remarks_out():
    found = table(
        [
            ["Workshop of the project", None, None],
            ["Date: 14/03/2018", None, None],
            [],
            ["Name", "E-mail", "Signature"],
            ["Ana Example", "ana@example.org", "x"],
            [None, None, None],
            [3, None, None],
            ["Name", "E-mail", "Signature"],
            ["Luis Example", None, "x"],
            ["Total attendees:", 2, None],
            ["Signature of the organiser: ______", None, None],
        ]
    )
    assert (found.header_row, found.certain, numbers(found), found.blank_rows) == (4, True, [5, 9], 2)
    assert (found.repeated_headers, found.totals, found.notes) == ([8], [10], [11])
    assert found.above == ["Workshop of the project", "Date: 14/03/2018"]


def test_find_table_keeps_a_person_who_is_called_like_a_sum():
    found = table([["Name", "E-mail", "Hours"], ["Suma Example", "s@example.org", 2], ["Suma", None, 2]])
    assert (numbers(found), found.totals) == ([2], [3])


def test_find_table_joins_a_header_of_two_rows():
    found = table(
        [
            ["Participante", None, "Centro", "Firma", None],
            ["Nombre", "Apellidos", None, "12/03", "13/03"],
            ["Ana", "Ejemplo", "CIFP", "x", None],
        ],
        [Merge(0, 0, 0, 1), Merge(0, 2, 1, 2), Merge(0, 3, 0, 4)],
    )
    assert numbers(found) == [3]
    assert headers(found) == [
        "Participante Nombre",
        "Participante Apellidos",
        "Centro",
        "Firma 12/03",
        "Firma 13/03",
    ]


def test_find_table_carries_a_cell_merged_downwards_to_its_rows():
    rows = [["Centro", "Nombre"], ["CIFP Norte", "Ana"], [None, "Luis"], [None, "Eva"]]
    for data, name in ((xlsx(rows, merges=["A2:A4"]), "x.xlsx"), (ods(rows, merged_down={(1, 0): 3}), "x.ods")):
        found = find_table(read_workbook(data, name=name).sheets[0], known=is_heading)
        assert [row.cells for row in found.rows] == [
            ["CIFP Norte", "Ana"],
            ["CIFP Norte", "Luis"],
            ["CIFP Norte", "Eva"],
        ]


def test_find_table_turns_a_list_that_lies_on_its_side():
    found = table(
        [
            ["Nombre", "Ana", "Luis"],
            ["Apellidos", "Ejemplo", "Prueba"],
            ["Correo electrónico", "ana@example.org", None],
            ["Firma", "x", "x"],
        ]
    )
    assert found.on_its_side
    assert headers(found) == ["Nombre", "Apellidos", "Correo electrónico", "Firma"]
    assert [row.cells for row in found.rows] == [
        ["Ana", "Ejemplo", "ana@example.org", "x"],
        ["Luis", "Prueba", None, "x"],
    ]


def test_find_table_is_not_certain_without_an_expected_heading():
    found = table([["Foo", "Bar"], ["a", "b"]])
    assert (found.header_row, found.certain) == (1, False)


def test_find_table_finds_no_header_where_the_first_row_is_a_record():
    found = table([["Ana", "ana@example.org"], ["Luis", "luis@example.org"]])
    assert (found.header_row, found.certain, numbers(found)) == (0, False, [1, 2])


def test_find_table_believes_the_header_row_that_a_person_names():
    rows = [["Name", "E-mail"], ["Foo", "Bar"], ["a", "b"]]
    assert (headers(table(rows, header_row=2)), numbers(table(rows, header_row=0))) == (["Foo", "Bar"], [1, 2, 3])


def test_find_table_passes_blank_columns_in_front():
    found = table([[None, None, "Name", "E-mail"], [None, None, "Ana", "a@example.org"]])
    assert [(column.letters, column.header) for column in found.columns] == [("C", "Name"), ("D", "E-mail")]


def test_find_table_takes_one_column_of_names():
    assert numbers(table([["Name"], ["Ana Example"], ["Luis Example"]])) == [2, 3]
