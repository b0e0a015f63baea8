from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sheets import Sheet, find_table, read_workbook
from core.sheets.tables import Column
from network.rules.columns.guessing import guess_columns
from network.rules.columns.matching import is_heading, sheet_language
from tests.sample_sheets import expected, sample


def guessed(headings, kind="people", samples=(), **kwargs):
    columns = [Column(i, "", heading, list(samples[i]) if samples else []) for i, heading in enumerate(headings)]
    return [guess.field for guess in guess_columns(columns, kind=kind, **kwargs).values()]


@pytest.mark.parametrize(
    "headings",
    [
        ["First name", "Surname", "Role", "Organisation", "E-mail", "Phone", "Country", "Date", "Hours", "Signature"],
        ["Nombre", "Apellidos", "Cargo", "Entidad", "Correo electrónico", "Teléfono", "País", "Fecha", "Horas", "Firma"],
        ["Prenume", "Nume", "Funcţia", "Instituţia", "E-mail", "Telefon", "Ţara", "Data", "Ore", "Semnătura"],
        ["Nome próprio", "Apelido", "Função", "Entidade", "E-mail", "Telemóvel", "País", "Data", "Horas", "Assinou"],
        ["Nome", "Cognome", "Ruolo", "Azienda", "Posta elettronica", "Cellulare", "Paese", "Data", "Ore", "Firma"],
        ["Prénom", "Nom", "Fonction", "Établissement", "Courriel", "Tél.", "Pays", "Date", "Heures", "Émargement"],
        ["Voornaam", "Naam", "Functie", "Bedrijf", "E-mailadres", "GSM", "Land", "Datum", "Aantal uren", "Handtekening"],
        ["Jméno", "Příjmení", "Funkce", "Firma", "E-mail", "Mobil", "Země", "Datum", "Počet hodin", "Podpis"],
        ["Etunimi", "Sukunimi", "Tehtävä", "Yritys", "Sähköposti", "Puhelin", "Maa", "Päivämäärä", "Tunnit", "Allekirjoitus"],
        ["Vorname", "Name", "Funktion", "Firma", "E-Mail", "Handy", "Land", "Datum", "Stunden", "Unterschrift"],
        ["Imię", "Nazwisko", "Stanowisko", "Firma", "Adres e-mail", "Telefon", "Kraj", "Data", "Liczba godzin", "Podpis"],
    ],
)  # fmt: skip
def test_guess_columns_reads_the_headings_of_each_language(headings):
    fields = ["given_name", "family_name", "function", "organisation", "email", "phone", "country", "date", "hours"]
    assert guessed(headings) == [*fields, "signature"]


@pytest.mark.parametrize("heading", ["Nome", "Nombre", "Name", "Nume", "Naam", "Nom", "Jméno"])
def test_guess_columns_takes_a_lone_name_for_the_whole_one(heading):
    assert guessed([heading, "E-mail"]) == ["person_name", "email"]


def test_guess_columns_finds_the_halves_of_a_name_below_one_heading():
    assert guessed(["Partecipante Cognome", "Partecipante Nome", "Ente"])[:2] == ["family_name", "given_name"]
    assert guessed(["Teilnehmer Name", "Teilnehmer Vorname"]) == ["family_name", "given_name"]
    assert guessed(["Nome do participante"]) == ["person_name"]


def test_guess_columns_tells_the_company_from_the_signature_by_language_and_content():
    assert guessed(["Jméno", "Firma"]) == ["person_name", "organisation"]
    assert guessed(["Nombre", "Firma"]) == ["person_name", "signature"]
    assert guessed(["Nombre", "Firma"], samples=[["Ana"], ["Talleres Ejemplo S.L."]])[1] == "organisation"
    assert guessed(["Jméno", "Firma"], samples=[["Jan Vzor"], ["x"]]) == ["person_name", "signature"]


def test_guess_columns_sees_identity_numbers_so_that_they_can_be_left_out():
    assert guessed(["DNI", "Nombre", "1er Apellido"]) == ["identity_number", "given_name", "family_name"]
    assert guessed(["Codice fiscale", "Nome", "Cognome"])[0] == "identity_number"
    assert guessed(["NIF", "Empresa"], kind="organisations") == ["vat", "organisation"]


def test_guess_columns_looks_at_the_content_where_the_heading_says_nothing():
    assert guessed(["A1", ""], samples=[["ana@example.org"], ["14.03.2018"]]) == ["email", "date"]


def test_guess_columns_takes_ticks_under_days_for_signatures():
    headings = ["Nombre", "12/03", "13/03/2018", "Día 3", "Sesión 4"]
    samples = [["Ana"], ["x"], ["✓"], ["sí", "x"], ["maybe"]]
    assert guessed(headings, "attendance", samples) == ["person_name", "signature", "signature", "signature", ""]


def test_guess_columns_begins_with_what_the_partner_chose_last_time():
    assert guessed(["Foo", "E-mail"], remembered={"foo": "organisation", "e mail": ""}) == ["organisation", ""]


def test_guess_columns_gives_a_field_to_one_column_only():
    assert guessed(["Organisation", "Company"]) == ["organisation", ""]


def test_guess_columns_of_the_samples():
    kinds = {"cz_zaci_praxe.xlsx": "experiences", "it_aziende.xlsx": "organisations"}
    found = {}
    for name in expected():
        table = find_table(read_workbook(sample(name), name=name).sheets[0], known=is_heading)
        guesses = guess_columns(table.columns, kind=kinds.get(name, "attendance"))
        found[name] = " ".join(guess.field for guess in guesses.values())
    assert found == {
        "es_taller_asistencia.xlsx": "number person_name function organisation email phone signature",
        "ro_participanti.csv": "family_name given_name function organisation email date hours",
        "it_aziende.xlsx": "organisation vat sector size contact email region offers_places",
        "cz_zaci_praxe.xlsx": "roster_code group sector starts_on ends_on hours organisation country",
        "pt_multiplicador.txt": "given_name family_name organisation country email signature local_or_foreign",
    }


def test_sample_tables_are_what_a_careful_person_finds():
    for name, facts in expected().items():
        table = find_table(read_workbook(sample(name), name=name).sheets[0], known=is_heading)
        rows = facts.get("people_rows") or facts.get("organisation_rows") or facts.get("rows")
        assert (len(table.rows), table.header_row) == (rows, facts.get("header_row", 1))


def test_sheet_language_is_that_of_most_headings():
    assert sheet_language(["Jméno", "Firma", "E-mail"]) == "cs"


@given(st.lists(st.lists(st.one_of(st.none(), st.text(max_size=12), st.integers()), max_size=5), max_size=8))
def test_find_table_never_raises(rows):
    found = find_table(Sheet("", rows), known=is_heading)
    assert len(found.rows) <= max(len(rows), 5)
    guess_columns(found.columns, kind="attendance")
