"""The funding line and the disclaimer a project must print, by the calls it was funded from and in each language."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from network.enums import VisibilityScheme
from network.models import Project

FIRST_YEAR_OF_2021_2027 = 2021

STATEMENTS: dict[str, dict[str, str]] = {
    VisibilityScheme.CALLS_2014_2020: {
        "en": "Co-funded by the Erasmus+ Programme of the European Union",
        "es": "Cofinanciado por el programa Erasmus+ de la Unión Europea",
        "ro": "Cofinanțat prin programul Erasmus+ al Uniunii Europene",
        "pt": "Cofinanciado pelo Programa Erasmus+ da União Europeia",
        "it": "Cofinanziato dal programma Erasmus+ dell’Unione europea",
        "fr": "Cofinancé par le programme Erasmus+ de l’Union européenne",
        "nl": "Medegefinancierd door het programma Erasmus+ van de Europese Unie",
        "cs": "Spolufinancováno z programu Evropské unie Erasmus+",
        "fi": "Euroopan unionin Erasmus+-ohjelman osarahoittama",
        "de": "Kofinanziert durch das Programm Erasmus+ der Europäischen Union",
        "pl": "Współfinansowane w ramach programu Unii Europejskiej Erasmus+",
    },
    VisibilityScheme.CALLS_2021_2027: {
        "en": "Co-funded by the European Union",
        "es": "Cofinanciado por la Unión Europea",
        "ro": "Cofinanțat de Uniunea Europeană",
        "pt": "Cofinanciado pela União Europeia",
        "it": "Cofinanziato dall’Unione europea",
        "fr": "Cofinancé par l’Union européenne",
        "nl": "Medegefinancierd door de Europese Unie",
        "cs": "Spolufinancováno Evropskou unií",
        "fi": "Euroopan unionin osarahoittama",
        "de": "Kofinanziert von der Europäischen Union",
        "pl": "Dofinansowane przez Unię Europejską",
    },
}
DISCLAIMERS: dict[str, dict[str, str]] = {
    VisibilityScheme.CALLS_2014_2020: {
        "en": "This publication reflects the views only of the author, and the Commission cannot be held responsible "
        "for any use which may be made of the information contained therein.",
        "es": "Esta publicación es responsabilidad exclusiva de su autor. La Comisión no es responsable del uso que "
        "pueda hacerse de la información aquí difundida.",
    },
    VisibilityScheme.CALLS_2021_2027: {
        "en": "Views and opinions expressed are however those of the author(s) only and do not necessarily reflect "
        "those of the European Union or the granting authority. Neither the European Union nor the granting authority "
        "can be held responsible for them.",
        "es": "No obstante, los puntos de vista y opiniones expresados son exclusivamente los de sus autores y no "
        "reflejan necesariamente los de la Unión Europea ni los de la autoridad que concede la ayuda. Ni la Unión "
        "Europea ni dicha autoridad pueden considerarse responsables de ellos.",
    },
}


@dataclass(frozen=True)
class Wording:
    """Both texts; the disclaimer is English where its wording in the asked language is not on file."""

    scheme: str
    statement: str
    disclaimer: str


def scheme_of(project: Project) -> str:
    """As the project's rule set says, else by its call year; unknown years get the current rules."""
    if project.rule_set:
        return project.rule_set.visibility_scheme
    if project.call_year and project.call_year < FIRST_YEAR_OF_2021_2027:
        return VisibilityScheme.CALLS_2014_2020
    return VisibilityScheme.CALLS_2021_2027


def funding_of(project: Project, language: str | None = None) -> Wording:
    asked = (language or get_language() or "en")[:2]
    scheme = scheme_of(project)
    statements, disclaimers = STATEMENTS[scheme], DISCLAIMERS[scheme]
    return Wording(scheme, statements.get(asked, statements["en"]), disclaimers.get(asked, disclaimers["en"]))
