"""Evidently invented names: every family name says in its language that it is an example."""
# ruff: noqa: E501  (tables of names)

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

GIVEN = {
    "ES": "Ana Luis Carmen Javier Lucía Pablo Marta Diego Elena Hugo Sara Iván Nuria Óscar Irene Raúl Clara Andrés Julia Mario",
    "RO": "Ioana Radu Elena Andrei Maria Mihai Ana Ștefan Cătălin Raluca Bogdan Simona Vlad Adina Dan Irina Paul Oana Sorin Alina",
    "PT": "Inês João Beatriz Tiago Marta Rui Sofia Nuno Rita Diogo Leonor Pedro Joana Hugo Teresa Miguel Lúcia André Clara Vasco",
    "IT": "Giulia Luca Sara Marco Chiara Paolo Elisa Matteo Irene Davide Anna Fabio Laura Simone Marta Andrea Elena Dario Lucia Nicola",
    "BE": "Emma Lucas Louise Arthur Marie Noah Alice Louis Julie Jules Anna Victor Nina Simon Elise Maxime Lotte Wout Fien Senne",
    "CZ": "Jana Jan Eva Petr Lenka Tomáš Hana Jiří Lucie Pavel Klára Ondřej Věra Martin Alena Šimon Zuzana Vojtěch Radka Filip",
    "FI": "Aino Eero Helmi Onni Venla Oiva Saara Lauri Elina Aapo",
    "DE": "Lena Jonas Mia Paul Anna Felix Clara Emil Frieda Max",
    "PL": "Zofia Jan Hanna Adam Julia Piotr Maria Łukasz Ewa Michał",
}
FAMILY = {
    "ES": "Ejemplo Inventado Ficticio Muestra Prueba",
    "RO": "Exemplu Inventatu Fictivu Mostră Probă",
    "PT": "Exemplo Inventado Fictício Amostra Ensaio",
    "IT": "Esempio Inventati Fittizio Campione Prova",
    "BE": "Voorbeeld Verzonnen Exemple Fictif Staal",
    "CZ": "Příkladová Vymyšlená Ukázková Vzorková Zkušební",
    "FI": "Esimerkki Keksitty Malli",
    "DE": "Beispiel Erfunden Muster",
    "PL": "Przykład Zmyślony Wzór",
}
SCHOOL = {
    "ES": "Centro de FP Ejemplo", "RO": "Colegiul Tehnic Exemplu", "PT": "Escola Profissional Exemplo",
    "IT": "Istituto Professionale Esempio", "BE": "Technisch Instituut Voorbeeld", "CZ": "Střední škola Příklad",
    "FI": "Ammattiopisto Esimerkki", "DE": "Berufsschule Beispiel", "PL": "Technikum Przykład",
}  # fmt: skip
FIRM = {
    "ES": "Talleres Ejemplo {n}, S.L.", "RO": "S.C. Exemplu {n} S.R.L.", "PT": "Exemplo {n}, Lda.",
    "IT": "Esempio {n} S.r.l.", "BE": "Voorbeeld {n} BV", "CZ": "Příklad {n} s.r.o.",
    "FI": "Esimerkki {n} Oy", "DE": "Beispiel {n} GmbH", "PL": "Przykład {n} sp. z o.o.",
}  # fmt: skip
TRAINING = {
    "ES": "Jornada de tutores de empresa", "RO": "Atelier pentru tutori de practică", "PT": "Oficina de tutores",
    "IT": "Seminario per tutor aziendali", "BE": "Workshop for mentors", "CZ": "Seminář pro instruktory",
    "FI": "Työpaikkaohjaajien koulutus", "DE": "Workshop für Ausbilder", "PL": "Warsztaty dla opiekunów praktyk",
}  # fmt: skip


def people(country: str) -> Iterator[tuple[str, str]]:
    """Pairs of given and family name, each once."""
    for family, given in product(FAMILY[country].split(), GIVEN[country].split()):
        yield given, family
