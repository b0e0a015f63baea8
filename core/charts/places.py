"""Places in Europe: a map that marks their countries, and the list that says the same in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.charts.spec import ChartSpec, Kind, Text


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody in a country: the country's ISO code and name, their own name and address in the web."""

    code: str
    country: str
    name: str
    url: str = ""


def by_country(places: Iterable[Place]) -> list[tuple[str, list[Place]]]:
    """The places under their countries, in the order in which countries first come up."""
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.country, []).append(place)
    return list(found.items())


def places_map(places: Iterable[Place], *, title: Text) -> ChartSpec:
    """The countries of the places, marked; without a legend, because the list stands beside it."""
    countries = {place.code.upper(): place.country for place in places}
    return ChartSpec(
        kind=Kind.MAP,
        title=title,
        statement=", ".join(countries.values()),
        categories=tuple(countries.values()),
        codes=tuple(countries),
        series=("",),
        values=((None,),) * len(countries),
    )
