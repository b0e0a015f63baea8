"""The five sample sheets come in as a careful person would take them in."""

from __future__ import annotations

from collections import Counter

import pytest

from network.models import Experience, Organisation, Participation, Person
from network.services.importing import rejected_rows, undo_import
from tests.network.services.importing.world import asked, codes, make_world, stored
from tests.sample_sheets import expected, sample

pytestmark = pytest.mark.django_db
KINDS = {"it_aziende.xlsx": "organisations", "cz_zaci_praxe.xlsx": "experiences"}


def bring_in(name, **answers):
    world = make_world(name[:2].upper())
    return world, world.bring_in(sample(name), name, KINDS.get(name, "attendance"), **answers)


def test_spanish_attendance_sheet():
    facts = expected()["es_taller_asistencia.xlsx"]
    world = make_world("ES")
    batch = world.open(sample("es_taller_asistencia.xlsx"), "es_taller_asistencia.xlsx")
    assert (batch.sheet, batch.header_row, batch.counts["file"]["rows"]) == (
        facts["sheet"],
        facts["header_row"],
        facts["people_rows"],
    )
    assert (batch.counts["file"]["blank"], batch.counts["file"]["totals"]) == (4, [52])
    assert asked(batch) == {"organisations": "create"}
    assert {row.label: row.candidates[0]["ref"] for row in batch.rows.all() if row.match == "possible"} == {
        "21": "row:11",
        "35": "row:27",
        "37": "row:33",
        "39": "row:5",
        "48": "row:26",
        "50": "row:46",
    }
    shared = [label for label, found in codes(batch).items() if "shared_mailbox" in found]
    assert shared == ["12", "20", "47"]
    assert batch.counts["preview"]["unsigned"] == 10
    assert batch.counts["preview"]["categories"] == {"enterprises": 5, "teachers": 22, "students": 13, "directors": 3}


def test_spanish_attendance_sheet_applied():
    _world, batch = bring_in("es_taller_asistencia.xlsx")
    names = {(person.given_name, person.family_name) for person in Person.objects.all()}
    assert {("Iñaki", "Martínez-Abarca"), ("Jesús", "Ordóñez"), ("José Luis", "Núñez de Arce")} <= names
    assert batch.counts["applied"]["rows"] == batch.counts["applied"]["taken"] == 43
    companies = Participation.objects.filter(category__code="enterprises")
    assert sorted({str(record.subject) for record in companies}) == [
        "CIFP Norte (ejemplo)",
        "Ejemplo Hostelería, S.A.",
        "IES Río Duero (ejemplo)",
        "Talleres Ejemplo S.L.",
    ]
    signed = Participation.objects.filter(signed=True)
    assert all(record.proofs.count() == 1 for record in signed)
    assert not any(record.proofs.exists() for record in Participation.objects.filter(signed=False))


def test_romanian_sheet():
    facts = expected()["ro_participanti.csv"]
    _world, batch = bring_in("ro_participanti.csv")
    assert (batch.encoding, batch.delimiter) == (facts["encoding"], facts["delimiter"])
    assert (batch.counts["file"]["rows"], batch.counts["file"]["repeated"]) == (facts["people_rows"], [22])
    assert Person.objects.filter(family_name="Şerban").exists()  # the cedilla stays as typed
    assert list(Organisation.objects.filter(name__icontains="auto").values_list("name", flat=True)) == [
        "S.C. EXEMPLU AUTO S.R.L."
    ]
    first = Participation.objects.get(person__family_name="Popescu", person__given_name="Cătălin")
    assert (str(first.held_on), str(first.hours), first.function_then) == ("2018-09-24", "1.50", "tutore de practică")


def test_italian_companies():
    world = make_world("IT")
    batch = world.open(sample("it_aziende.xlsx"), "it_aziende.xlsx", "organisations")
    assert batch.counts["file"]["rows"] == expected()["it_aziende.xlsx"]["organisation_rows"]
    last = batch.rows.last()
    assert (last.match, last.candidates, last.read["vat"]) == (
        "possible",
        [{"ref": "row:2", "why": "number"}],
        "00000000001",
    )
    assert codes(batch) == {"24": ["yes_or_no_unclear"]}
    first, second = batch.rows.all()[:2]
    assert first.read["emails"] == ["azienda0@example.org", "amministrazione0@example.org"]
    assert second.read["contacts"] == ["Marco D'Angelo Esempio", "Anna Lo Bianco Esempio"]
    assert Counter(row.read["size"] for row in batch.rows.all()) == {
        "": 8,
        "1-9": 1,
        "10-49": 10,
        "50-249": 2,
        "250+": 4,
    }


def test_italian_companies_applied():
    _world, batch = bring_in("it_aziende.xlsx", organisations="create_here")
    assert batch.counts["applied"]["organisations"] == 24
    one = Organisation.objects.get(vat="00000000001")
    assert (one.name, one.country, one.kind, one.size, [tag.name for tag in one.tags.all()]) == (
        "Esempio Servizi A S.r.l.",
        "IT",
        "enterprise",
        "10-49",
        ["meccanica", "turismo"],
    )


def test_italian_contacts_become_people_where_somebody_says_so():
    world, batch = bring_in("it_aziende.xlsx", contacts="yes")
    second = Organisation.objects.get(vat="00000000002")
    assert [(one.person.full_name, one.function) for one in second.affiliations.order_by("pk")] == [
        ("Marco D'Angelo Esempio", "Contact"),
        ("Anna Lo Bianco Esempio", "Contact"),
    ]
    undo_import(batch=batch, by=world.user)
    assert not Person.objects.exists()


def test_czech_placements():
    world = make_world("CZ")
    batch = world.open(sample("cz_zaci_praxe.xlsx"), "cz_zaci_praxe.xlsx", "experiences")
    assert batch.counts["file"]["rows"] == expected()["cz_zaci_praxe.xlsx"]["rows"]
    assert asked(batch) == {"country:čr": "CZ", "country:cr": "CZ", "country:sp": "ES", "organisations": "create"}
    refused = ["2", "9", "16", "23", "30"]
    assert codes(batch) == {label: ["ends_before_start"] for label in refused}
    assert [row[-2] for row in rejected_rows(batch).rows] == refused


def test_czech_placements_applied():
    _world, batch = bring_in("cz_zaci_praxe.xlsx")
    assert batch.counts["applied"]["experiences"] == Experience.objects.count() == 25
    assert not Person.objects.exclude(given_name="", family_name="").exists()
    assert {str(experience.hours) for experience in Experience.objects.all()} == {"80.00", "160.00", "240.00"}
    assert {experience.host.name for experience in Experience.objects.all()} == {"Příklad s.r.o.", "Vzor a.s."}


def test_portuguese_multiplier_event():
    facts = expected()["pt_multiplicador.txt"]
    world, _batch = bring_in("pt_multiplicador.txt")
    noted = list(Participation.objects.select_related("organisation_then"))
    own = [record for record in noted if record.organisation_then == world.partner.organisation]
    others = [record for record in noted if record not in own]
    local = [record for record in others if record.country_then == "PT"]
    assert (len(noted), len(own), len(local), len(others) - len(local)) == (
        facts["people_rows"],
        facts["own_organisation"],
        facts["local_external"],
        facts["foreign"],
    )
    assert sum(record.signed is False for record in local) == facts["unsigned_local"]
    assert Person.objects.filter(given_name="=cmd|' /C calc'!A0").exists()
    assert Person.objects.filter(given_name="Zoë 🎓").exists()
    assert Person.objects.filter(family_name__startswith="Exemplo-Exemplo-").get().family_name.endswith("Fim")


@pytest.mark.parametrize("name", list(expected()))
def test_the_same_file_twice_changes_nothing(name):
    world, _batch = bring_in(name)
    before = stored()
    again = world.open(sample(name), name, KINDS.get(name, "attendance"))
    assert again.questions == []
    world.bring_in(sample(name), name, KINDS.get(name, "attendance"))
    assert stored() == before
