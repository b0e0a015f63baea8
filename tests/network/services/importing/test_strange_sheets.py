"""Every kind of bad input that touches a spreadsheet, each with a file that shows it."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from core.problems import ProblemsFound
from network.enums import ImportState, ParticipationState
from network.models import Evidence, ImportBatch, Organisation, Participation, Period, Person
from network.services.importing import answer_questions, apply_import, preview_import, rejected_rows, undo_import
from network.services.importing.figures import open_questions
from network.services.importing.lines import left_out
from tests.core.sheets.files import ods, saved, xlsx
from tests.factories import OrganisationFactory, PersonFactory
from tests.network.services.importing.world import asked, codes, csv, make_world, stored
from tests.sample_sheets import sample

pytestmark = pytest.mark.django_db
HEAD = "Name;Function;Organisation;E-mail;Date;Hours;Signature"


@pytest.fixture
def world():
    return make_world("ES")


def line(name="Ana Example", function="teacher", organisation="", email="", day="", hours="", signed="x"):
    return f"{name};{function};{organisation};{email};{day};{hours};{signed}"


def values(batch, *names):
    return [tuple(row.read[name] for name in names) for row in batch.rows.all()]


# Numbers: asked once per column, never guessed per cell.
@pytest.mark.parametrize(
    ("mark", "hours"),
    [(",", ["12345.00", "3.00"]), (".", ["12.35", "3.00"])],
    ids=["comma", "point"],
)
def test_an_ambiguous_number_is_asked_once_for_the_column(world, mark, hours):
    batch = world.open(
        csv("Name;E-mail;Hours", "Ana One;a@example.org;12.345", "Eva Two;e@example.org;3"), kind="people"
    )
    assert asked(batch) == {}  # people have no hours
    batch = world.open(
        csv(HEAD, line("Ana One", hours="2.345"), line("Eva Two", hours="1.345"), line("Ian Six", hours="3"))
    )
    assert [question["key"] for question in batch.questions] == ["numbers:F"]
    world.settle(batch, **{"numbers:F": mark})
    assert [value for (value,) in values(batch, "hours")] == (
        ["2345.00", "1345.00", "3.00"] if mark == "," else ["2.34", "1.34", "3.00"]
    )


def test_a_number_is_settled_by_another_row_of_its_column(world):
    batch = world.open(csv(HEAD, line("Ana One", hours="2.345"), line("Eva Two", hours="1,5")))
    assert (asked(batch), values(batch, "hours")) == ({}, [("2345.00",), ("1.50",)])


# Dates: asked once per file unless another row settles it.
def test_an_ambiguous_day_is_asked_once_for_the_file(world):
    batch = world.open(csv(HEAD, line("Ana One", day="03/04/2019"), line("Eva Two", day="05/06/2019")))
    assert [(q["key"], q["count"]) for q in batch.questions] == [("dates", 2)]
    world.settle(batch, dates="mdy")
    assert values(batch, "held_on") == [("2019-03-04",), ("2019-05-06",)]


def test_an_ambiguous_day_is_settled_by_another_row(world):
    batch = world.open(csv(HEAD, line("Ana One", day="03/04/2019"), line("Eva Two", day="25/04/2019")))
    assert (asked(batch), values(batch, "held_on")) == ({}, [("2019-04-03",), ("2019-04-25",)])


def test_days_come_as_iso_as_serials_and_in_words(world):
    days = ["2018-03-14", "43173", "14 de marzo de 2018", "14. března 2018", "March 14, 2018"]
    batch = world.open(csv(HEAD, *(line(f"Ana {word}", day=day) for word, day in zip("ABCDE", days, strict=True))))
    assert {day for (day,) in values(batch, "held_on")} == {"2018-03-14"}


def test_a_day_that_is_none_refuses_the_row_with_its_column(world):
    batch = world.open(csv(HEAD, line(day="31/02/2018"), line("Eva Two", day="14.03.2018")))
    assert codes(batch) == {"2": ["date_unreadable", "no_organisation"], "3": ["no_organisation"]}
    assert batch.rows.first().problems[0]["column"] == "E"


# What stands around the list.
def test_titles_merged_cells_blank_rows_tabs_and_totals(world):
    data = xlsx(
        [
            ["Attendance list", None, None],
            ["Date: 20/03/2018", None, None],
            [],
            ["Name", "Function", "Signature"],
            ["Ana One", "teacher", "x"],
            [],
            ["Eva Two", "teacher", "x"],
            ["Total:", None, 2],
        ],
        [["Only remarks here"]],
        names=["List", "Notes"],
        merges=["A1:C1", "A2:C2"],
    )
    batch = world.open(data, "list.xlsx")
    facts = batch.counts["file"]
    assert (batch.sheet, batch.header_row, facts["rows"], facts["blank"], facts["totals"]) == ("List", 4, 2, 1, [8])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1250"])
def test_the_encoding_is_found_and_shown(world, encoding):
    text = f"{HEAD}\n{line('Müller, Hänsel', organisation='Größe GmbH')}\n{line('Weiß, Jörg')}\n"
    batch = world.open(text.encode(encoding))
    assert batch.rows.first().read["family"] == "Müller"
    assert batch.encoding in (encoding, "cp1252")


def test_a_header_that_is_not_known_is_asked(world):
    batch = world.open(csv("Foo;Bar", "Ana One;a@example.org"), kind="people")
    assert asked(batch) == {"header": "1"}
    answer_questions(batch=batch, answers={"header": "1"}, by=world.user)
    assert open_questions(preview_import(batch)) == 0


def test_several_tabs_with_other_lists_are_asked(world):
    rows = [["Name", "E-mail"], ["Ana One", "a@example.org"]]
    companies = [["Company", "VAT"], ["Invented Ltd", "001"]]
    batch = world.open(xlsx(rows, companies, names=["People", "Companies"]), "x.xlsx", "people")
    assert batch.questions[0]["choices"] == ["People", "Companies"]
    answer_questions(batch=batch, answers={"sheet": "People"}, by=world.user)
    assert asked(preview_import(batch)) == {}


def test_a_tab_for_each_day_gives_its_day_to_its_rows(world):
    head = ["Name", "Function", "Signature"]
    days = [[head, ["Ana One", "teacher", "x"]], [head, ["Ana One", "teacher", "x"], ["Eva Two", "teacher", ""]]]
    batch = world.open(xlsx(*days, names=["14.03.2018", "15.03.2018"]), "days.xlsx")
    assert [(row.label, row.read["held_on"]) for row in batch.rows.all()] == [
        ("14.03.2018!2", "2018-03-14"),
        ("15.03.2018!2", "2018-03-15"),
        ("15.03.2018!3", "2018-03-15"),
    ]
    apply_import(batch=world.settle(batch), by=world.user)
    assert Person.objects.count() == 2
    assert Participation.objects.count() == 3


def test_a_list_on_its_side(world):
    data = xlsx(
        [["Name", "Ana One", "Eva Two"], ["E-mail", "a@example.org", "e@example.org"], ["Phone", 600000001, None]]
    )
    batch = world.open(data, "x.xlsx", "people")
    assert (batch.counts["file"]["on_its_side"], values(batch, "family")) == (True, [("One",), ("Two",)])


def test_two_header_rows_and_cells_merged_downwards(world):
    data = xlsx(
        [
            ["Participant", None, "School", "Signature", None],
            ["Given name", "Surname", None, "Monday", "Tuesday"],
            ["Ana", "One", "IES Invented", "x", None],
            ["Eva", "Two", None, None, None],
        ],
        merges=["A1:B1", "C1:C2", "D1:E1", "C3:C4"],
    )
    batch = world.open(data, "x.xlsx", category="teachers")
    assert values(batch, "given", "family", "organisation", "signed") == [
        ("Ana", "One", "IES Invented", True),
        ("Eva", "Two", "IES Invented", False),
    ]


def test_open_documents_and_blank_columns_in_front(world):
    data = ods([[None, None, "Name", "E-mail"], [None, None, "Ana One", "a@example.org"]])
    batch = world.open(data, "x.ods", "people")
    assert (batch.columns[0]["letters"], values(batch, "family")) == ("C", [("One",)])


def test_an_old_excel_file_and_names_with_umlauts_in_capitals(world):
    """Points between day and month need no question; `MÜLLER, JÖRG` and `Mueller, Joerg` find each other."""
    batch = world.open(sample("de_teilnehmer.xls"), "de_teilnehmer.xls", category="teachers")
    assert (batch.header_row, [q["key"] for q in batch.questions]) == (3, ["organisations"])
    rows = list(batch.rows.all())
    assert [(row.read["given"], row.read["family"], row.read["held_on"]) for row in rows[:3]] == [
        ("Jörg", "Müller", "2018-03-14"),
        ("Joerg", "Mueller", "2018-03-14"),
        ("Anna", "Beispiel", "2018-03-14"),
    ]
    assert (rows[0].typed[0], rows[1].match, rows[1].candidates) == (
        "MÜLLER, JÖRG",
        "possible",
        [{"ref": "row:4", "why": "name_and_organisation"}],
    )
    apply_import(batch=world.settle(batch), by=world.user)
    assert sorted(Organisation.objects.exclude(name__contains="Invented").values_list("name", flat=True)) == [
        "Agrupamento Exemplo (parceiro)",
        "Größe Muster GmbH",
        "Musterschule (erfunden)",
    ]


# Codes.
def test_codes_keep_their_zeros_and_a_number_is_warned_of(world):
    data = xlsx([["Company", "VAT number"], ["Invented One Ltd", "00000000001"], ["Invented Two Ltd", 2]])
    batch = world.open(data, "x.xlsx", "organisations")
    assert (values(batch, "vat"), codes(batch)) == ([("00000000001",), ("2",)], {"3": ["code_was_number"]})


# Names.
def test_rows_without_a_name_are_refused_and_the_rest_goes_on(world):
    names = ["", "N/A", "-", "xxx", "Ana One"]
    batch = world.bring_in(
        csv("Name;E-mail", *(f"{name};a{n}@example.org" for n, name in enumerate(names))), kind="people"
    )
    assert codes(batch) == {str(number): ["no_name"] for number in (2, 3, 4, 5)}
    assert (batch.counts["applied"]["refused"], Person.objects.count()) == (4, 1)
    assert [row[-2:] for row in rejected_rows(batch).rows] == [[str(n), "There is no name."] for n in (2, 3, 4, 5)]


def test_strange_names_are_kept_as_typed(world):
    names = ["=1+1", "+Ana Plus", "@home", "<b>Ana</b>", "Zoë 🎓", "محمد علي", "X" + "x" * 289 + " Y"]
    rows = [["Name"], *([name] for name in names)]
    world.bring_in(xlsx(rows), "x.xlsx", "people")
    assert {person.full_name for person in Person.objects.all()} == set(names) - {"=1+1"}


def test_what_looks_like_no_name_is_told_and_nothing_is_lost_in_silence(world):
    batch = world.open(
        csv("Nombre;Apellidos", "+34 600;Ruiz", '"=HYPERLINK(""x"")";López', "Ana-Mª;O'Neil", "B" * 200 + ";Y"),
        kind="people",
    )
    assert codes(batch) == {"2": ["name_odd"], "3": ["name_odd"], "5": ["name_odd"]}


def test_two_people_in_one_cell_are_refused(world):
    batch = world.open(csv("Name;E-mail", "Ana One / Eva Two;a@example.org"), kind="people")
    assert codes(batch) == {"2": ["several_people"]}


def test_identity_numbers_are_left_out(world):
    batch = world.open(csv("DNI;Nombre;Apellidos", "12345678Z;Ana;Uno"), kind="people")
    assert "12345678Z" not in str([(row.read, row.typed) for row in batch.rows.all()]) + str(batch.columns)


# Organisations and countries.
def test_somebody_of_an_unknown_organisation_is_stored_and_to_be_completed(world):
    batch = world.bring_in(csv(HEAD, line()))
    record = Participation.objects.get()
    assert (codes(batch), record.organisation_then, record.signed) == ({"2": ["no_organisation"]}, None, True)


def test_a_country_is_proposed_and_kept_as_an_alias_once_confirmed(world):
    data = csv("Name;Country", "Ana One;CR", "Eva Two;Spain", "Ian Six;Finland")
    batch = world.open(data, kind="people")
    assert asked(batch) == {"country:cr": "CZ", "country:finland": "FI"}
    world.settle(batch)
    assert values(batch, "country") == [("CZ",), ("ES",), ("FI",)]
    again = world.open(csv("Name;Country", "Ulf Ten;CR"), kind="people")
    assert (asked(again), values(again, "country")) == ({}, [("CZ",)])


def test_two_spellings_of_a_company_are_one_and_another_legal_form_is_another(world):
    names = ["S.C. EXEMPLU AUTO S.R.L.", "SC Exemplu Auto SRL", "Exemplu Auto S.A."]
    data = csv(
        "Name;Organisation", *(f"Ana {word};{name}" for word, name in zip(["One", "Two", "Six"], names, strict=True))
    )
    world.bring_in(data, kind="people")
    assert set(Organisation.objects.filter(name__icontains="exemplu auto").values_list("name", flat=True)) == {
        names[0],
        names[2],
    }


def test_an_organisation_with_its_umlaut_in_two_letters_is_the_known_one(world):
    known = OrganisationFactory(name="Größe Muster GmbH", projects=[world.project])
    data = csv(
        "Name;Organisation", "Ana One;Groesse Muster GmbH", "Eva Two;Muster Größe AG", "Ian Six;Loew", "Al Ten;Low"
    )
    batch = world.open(data, kind="people")
    asked_for = {q["key"]: q["choices"] for q in batch.questions}
    assert asked_for == {
        "organisation:muster grosse": [f"organisation:{known.pk}", "new", "none"],
        "organisation:low": ["as:Loew", "new", "none"],
        "organisations": ["create", "create_here", "leave"],
    }
    batch = world.settle(batch, **{"organisation:muster grosse": "none", "organisation:low": "as:Loew"})
    assert values(batch, "organisation_ref") == [
        (f"organisation:{known.pk}",),
        ("",),
        ("new:loew",),
        ("new:loew",),
    ]


def test_a_known_person_spelled_otherwise_is_certain_with_a_verified_address_else_possible(world):
    from django.utils import timezone

    jorg = PersonFactory(given_name="Jörg", family_name="Müller", partners=[world.partner])
    jorg.emails.create(address="jm@example.org", verified_at=timezone.now())
    muller = PersonFactory(given_name="Uwe", family_name="Muller", partners=[world.partner])
    batch = world.open(csv("Name;E-mail", "Joerg Mueller;jm@example.org", "Uwe Mueller;"), kind="people")
    assert [(row.match, row.candidates) for row in batch.rows.all()] == [
        ("certain", [{"ref": f"person:{jorg.pk}", "why": "verified_email"}]),
        ("possible", [{"ref": f"person:{muller.pk}", "why": "spelling"}]),
    ]


def test_columns_that_are_not_kept_are_named(world):
    batch = world.open(csv("Name;Provincia;Observaciones;Foo", "Ana One;Burgos;came late;bar"), kind="people")
    assert left_out(batch) == ["B Provincia", "C Observaciones", "D Foo"]
    companies = csv("Company;NUTS;Contact person;E-mail", "Invented Ltd;ES412;Ana One;a@example.org")
    batch = world.open(companies, kind="organisations")
    assert left_out(batch) == ["C Contact person", "D E-mail"]
    apply_import(batch=world.settle(batch, contacts="yes"), by=world.user)
    assert (left_out(batch), Organisation.objects.get(name="Invented Ltd").region) == ([], "ES412")


# People that are known.
def test_one_address_and_two_names_are_two_people_and_warned_of(world):
    data = csv("Name;E-mail", "Ana One;office@example.org", "Eva Two;office@example.org")
    batch = world.bring_in(data, kind="people")
    assert (Person.objects.count(), codes(batch)) == (2, {"3": ["shared_mailbox"]})


def test_a_verified_address_and_the_same_name_are_certain(world):
    from django.utils import timezone

    person = PersonFactory(given_name="Ana", family_name="One", partners=[world.partner])
    person.emails.create(address="ana@example.org", verified_at=timezone.now())
    batch = world.open(csv("Name;E-mail", "ONE, Ana;Ana@Example.org"), kind="people")
    row = batch.rows.get()
    assert (row.match, row.decision) == ("certain", f"person:{person.pk}")


def test_a_possible_match_waits_for_a_click(world):
    person = PersonFactory(given_name="Ana", family_name="One", partners=[world.partner])
    person.emails.create(address="ana@example.org")
    batch = world.open(csv("Name;E-mail", "Ana One;ana@example.org"), kind="people")
    assert (batch.rows.get().match, open_questions(batch)) == ("possible", 1)
    with pytest.raises(ProblemsFound):
        apply_import(batch=batch, by=world.user)
    apply_import(batch=world.settle(batch), by=world.user)
    assert Person.objects.count() == 1


def test_people_of_another_partner_are_closed(world):
    other = make_world("RO")
    PersonFactory(given_name="Ana", family_name="One", partners=[other.partner])
    batch = world.open(csv("Name;E-mail", "Ana One;ana@example.org"), kind="people")
    assert (batch.rows.get().match, batch.rows.get().candidates) == ("new", [])


# Signatures, functions.
def test_an_unknown_word_for_a_signature_is_asked_once(world):
    batch = world.open(
        csv(HEAD, line("Ana One", signed="JM"), line("Eva Two", signed="jm"), line("Ian Six", signed="no"))
    )
    assert asked(batch) == {"signed:jm": "yes"}
    world.settle(batch, **{"signed:jm": "no"})
    assert values(batch, "signed") == [(False,), (False,), (False,)]


def test_an_unknown_function_is_asked_once(world):
    batch = world.open(csv(HEAD, line("Ana One", function="Dentist"), line("Eva Two", function="dentist")))
    assert [(q["key"], q["count"]) for q in batch.questions] == [("function:dentist", 2)]
    world.settle(batch, **{"function:dentist": "enterprises"})
    assert values(batch, "category") == [("enterprises",), ("enterprises",)]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("country:cr", "XYZ"),
        ("function:dentist", "nothing"),
        ("organisation:invented", "organisation:0"),
        ("occasion", "0"),
        ("weather", "fine"),
        ("encoding", "klingon"),
    ],
)
def test_answers_that_cannot_be_are_refused(world, key, answer):
    batch = world.open(csv(HEAD, line(function="Dentist")))
    with pytest.raises(ProblemsFound):
        answer_questions(batch=batch, answers={key: answer}, by=world.user)


def test_an_organisation_of_another_project_is_no_answer(world):
    stranger = make_world("RO").partner.organisation
    batch = world.open(csv(HEAD, line(organisation="Invented")))
    with pytest.raises(ProblemsFound):
        answer_questions(batch=batch, answers={"organisation:invented": f"organisation:{stranger.pk}"}, by=world.user)


# Days of the project.
def test_days_to_come_are_refused_and_days_outside_warned_of(world):
    batch = world.open(csv(HEAD, line("Ana One", day="2999-01-01"), line("Eva Two", day="2015-01-01")))
    assert codes(batch) == {
        "2": ["in_future", "no_organisation"],
        "3": ["outside_project", "no_organisation"],
    }


def test_a_day_in_a_locked_period_is_taken_in_as_late(world):
    Period.objects.create(
        project=world.project, name="1", starts_on=date(2017, 9, 1), ends_on=date(2018, 8, 31), state="locked"
    )
    later = Period.objects.create(
        project=world.project, name="2", starts_on=date(2018, 9, 1), ends_on=date(2019, 8, 31), state="open"
    )
    world.bring_in(csv(HEAD, line(day="2018-03-14")))
    record = Participation.objects.get()
    assert (record.is_late, record.period) == (True, later)


# Files.
@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "x.csv"), (b"a;b", "x.xlsx"), (b"%PDF-1.4", "x.csv"), (b"PK\x03\x04junk", "x.xlsx")],
)
def test_a_bad_file_is_refused_before_anything_is_stored(world, data, name):
    with pytest.raises(ProblemsFound):
        world.open(data, name)
    assert (ImportBatch.objects.exists(), Evidence.objects.exists()) == (False, False)


def test_the_original_is_kept_with_its_hash(world):
    data = csv(HEAD, line())
    batch = world.bring_in(data)
    from hashlib import sha256

    assert batch.original.sha256 == sha256(data).hexdigest()
    assert batch.original.file.read() == data


# Twice, and back.
def test_the_same_rows_in_another_file_change_nothing_once_matched(world):
    rows = [line(email="ana@example.org", organisation="IES Invented")]
    world.bring_in(csv(HEAD, *rows))
    before = stored()
    book = openpyxl.Workbook()
    for text in (HEAD, *rows):
        book.active.append(text.split(";"))
    world.bring_in(saved(book), "again.xlsx")
    assert stored() == before


def test_undoing_takes_everything_back_and_twice_changes_nothing(world):
    before = stored()
    batch = world.bring_in(csv(HEAD, line(email="ana@example.org", organisation="IES Invented")))
    undo_import(batch=batch, by=world.user)
    undone = undo_import(batch=batch, by=world.user)
    assert (stored(), undone.state) == (before, ImportState.UNDONE)


def test_undoing_keeps_who_has_done_something_else_since(world):
    batch = world.bring_in(csv(HEAD, line(email="ana@example.org")))
    world.bring_in(csv("Name;Function;E-mail;Date", "Ana Example;teacher;ana@example.org;2018-04-01"), "more.csv")
    undone = undo_import(batch=batch, by=world.user)
    assert (Person.objects.count(), Participation.objects.count(), undone.counts["kept"]) == (1, 1, 1)


def test_undoing_waits_for_verified_records(world):
    from django.utils import timezone

    batch = world.bring_in(csv(HEAD, line(email="ana@example.org")))
    Participation.objects.update(state=ParticipationState.VERIFIED, decided_at=timezone.now())
    with pytest.raises(ProblemsFound):
        undo_import(batch=batch, by=world.user)


def test_a_failing_apply_leaves_nothing(world, monkeypatch):
    batch = world.settle(world.open(csv(HEAD, line(organisation="IES Invented"))))
    before = stored()
    monkeypatch.setattr("network.services.importing.applying.remember_fields", lambda _batch: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        apply_import(batch=batch, by=world.user)
    batch.refresh_from_db()
    assert (stored(), batch.state) == (before, ImportState.PREVIEWED)


def test_the_mapping_is_remembered_for_the_partner(world):
    data = csv("Foo;E-mail", "Ana One;a@example.org")
    batch = world.open(data, kind="people")
    batch.mapping = {"0": "person_name", "1": "email"}
    batch.save()
    apply_import(batch=world.settle(preview_import(batch)), by=world.user)
    again = world.open(csv("Foo;E-mail", "Eva Two;e@example.org"), kind="people")
    assert again.mapping == {"0": "person_name", "1": "email"}


def test_applying_tells_how_far_it_is_and_can_be_stopped(world):
    from core.jobs import Cancelled

    batch = world.settle(world.open(csv(HEAD, *(line(f"Ana {word}") for word in ("One", "Two", "Six")))))
    before = stored()

    def stop(done, total):
        if done > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        apply_import(batch=batch, by=world.user, tell=stop)
    batch.refresh_from_db()
    assert (stored(), batch.state) == (before, ImportState.PREVIEWED)
    heard = []
    apply_import(batch=batch, by=world.user, tell=lambda *standing: heard.append(standing))
    assert heard == [(0, 3), (0, 3), (1, 3), (1, 3), (2, 3), (2, 3), (3, 3)]
