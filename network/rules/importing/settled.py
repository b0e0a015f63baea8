"""What holds for a whole file: which column is what, the order of days, the decimal sign, answers given so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.sheets.dates import Order, day_order, days_within
from core.sheets.letters import column_letters
from core.sheets.numbers import Mark, decimal_mark
from core.sheets.values import Cell, Row
from core.text import fold
from network.rules.name_parts import NamesSeen, learn_names

DAY_FIELDS = ("date", "starts_on", "ends_on")
NUMBER_FIELDS = ("hours",)
SURNAMES_FIRST = (
    "apellidos",
    "cognome",
    "prijmeni",
    "nazwisko",
    "nume",
    "sukunimi",
    "nom",
    "surname",
    "nachname",
    "familie",
)
GIVEN_FIRST = ("nombre", "nome", "jmeno", "imie", "prenume", "etunimi", "prenom", "first", "given", "vorname", "name")


@dataclass(frozen=True, slots=True)
class CategoryFact:
    """A category of the project as the reading of rows needs it."""

    code: str
    counts_people: bool
    groups: frozenset[str]


@dataclass(slots=True)
class Settled:
    """All that reading a row depends on beside the row itself."""

    kind: str
    columns: Mapping[str, list[int]]
    answers: Mapping[str, str]
    categories: Sequence[CategoryFact] = ()
    default_category: str = ""
    country: str = ""
    expected: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    held_on: date | None = None
    project_dates: tuple[date | None, date | None] = (None, None)
    partner_dates: tuple[date | None, date | None] = (None, None)
    today: date = date.max
    order: Order | None = None
    marks: Mapping[int, Mark | None] = field(default_factory=dict)
    names: NamesSeen = field(default_factory=NamesSeen)

    def cells(self, row: Row, name: str) -> list[tuple[str, Cell]]:
        """The filled cells of a field with the letters of their columns."""
        found = [(column_letters(i + 1), row[i]) for i in self.columns.get(name, ()) if i < len(row)]
        return [(letters, cell) for letters, cell in found if cell is not None]

    def letters(self, name: str) -> str:
        places = self.columns.get(name, ())
        return column_letters(places[0] + 1) if places else ""

    def has(self, name: str) -> bool:
        return bool(self.columns.get(name))


def settle_order(
    columns: Mapping[str, list[int]], rows: Iterable[Row], above: Iterable[str], answer: str
) -> Order | None:
    """The answer of a person, else what another row or the title settles."""
    if answer in ("dmy", "mdy"):
        return "dmy" if answer == "dmy" else "mdy"
    places = [place for name in DAY_FIELDS for place in columns.get(name, ())]
    cells: list[Cell] = [row[place] for row in rows for place in places if place < len(row)]
    cells.extend(day for text in above for day in days_within(text))
    return day_order(cells)


def settle_marks(
    columns: Mapping[str, list[int]], rows: Sequence[Row], answers: Mapping[str, str]
) -> dict[int, Mark | None]:
    """The decimal sign of each column of numbers."""
    marks: dict[int, Mark | None] = {}
    for place in (place for name in NUMBER_FIELDS for place in columns.get(name, ())):
        answer = answers.get(f"numbers:{column_letters(place + 1)}", "")
        given: Mark | None = "," if answer == "," else "." if answer == "." else None
        marks[place] = given or decimal_mark(row[place] for row in rows if place < len(row))
    return marks


def settle_names(columns: Mapping[str, list[int]], rows: Iterable[Row], heading: str, language: str) -> NamesSeen:
    """How whole names are to be split, from the heading and from the rows with a comma."""
    places = columns.get("person_name", [])[:1]
    cells = [str(row[place]) for row in rows for place in places if place < len(row) and row[place] is not None]
    return learn_names(cells, surnames_first=_surnames_first(heading), language=language)


def _surnames_first(heading: str) -> bool:
    """`Apellidos y nombre`: a word for the family name before one for the given name."""
    words = fold(heading).split()
    family = next((at for at, word in enumerate(words) if word in SURNAMES_FIRST), None)
    given = next((at for at, word in enumerate(words) if word in GIVEN_FIRST), None)
    return family is not None and given is not None and family < given
