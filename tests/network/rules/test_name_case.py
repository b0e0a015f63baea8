from __future__ import annotations

import pytest

from network.rules.name_case import usual_case
from network.rules.name_parts import Name


@pytest.mark.parametrize(
    ("given", "family", "country", "whole"),
    [
        ("JESÚS", "ORDÓÑEZ", "ES", "Jesús Ordóñez"),
        ("MARÍA DEL CARMEN", "DE LA CRUZ Y SOTO", "ES", "María del Carmen de la Cruz y Soto"),
        ("ANA", "MARTÍNEZ-ABARCA", "ES", "Ana Martínez-Abarca"),
        ("JAN", "VAN DEN BERG", "NL", "Jan van den Berg"),
        ("JAN", "VAN DEN BERG", "BE", "Jan Van den Berg"),
        ("MARCO", "DI ESEMPIO", "IT", "Marco Di Esempio"),
        ("", "DA SILVA", "PT", "Da Silva"),
        ("ANNA", "D'ESEMPIO", "IT", "Anna D'Esempio"),
        ("ANN", "MCEXAMPLE", "BE", "Ann McExample"),
        ("Ana", "EXEMPLO", "PT", "Ana Exemplo"),
        ("J. M.", "GARCÍA", "ES", "J. M. García"),
        ("HENRI", "EXEMPLE III", "BE", "Henri Exemple III"),
        ("ÁNGEL", "LI", "ES", "Ángel Li"),
        ("JM", "García", "ES", "JM García"),
        ("Ana", "de la Cruz", "ES", "Ana de la Cruz"),
        ("محمد", "علي", "ES", "محمد علي"),
        ("", "", "", ""),
    ],
)
def test_usual_case_is_how_people_write_it(given, family, country, whole):
    assert usual_case(Name(given, family), country=country).whole == whole
