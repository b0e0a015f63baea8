"""What holds for a batch as a whole, put together from the project, the partner, the sheet and the answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from core.sheets.dates import Order, days_within, read_day
from core.sheets.values import Row
from network.enums import ImportKind
from network.models import Category, CountryAlias, ImportBatch, Partner
from network.rules.importing.settled import CategoryFact, Settled, settle_marks, settle_names, settle_order


def settle(batch: ImportBatch, rows: Sequence[Row]) -> Settled:
    """Everything the reading of the rows depends on."""
    project = batch.project
    columns = field_places(batch)
    facts = batch.counts["file"]
    above = [text for texts in facts["above"].values() for text in texts]
    order = settle_order(columns, rows, above, batch.answers.get("dates", ""))
    heading = next((c["header"] for c in batch.columns if batch.mapping.get(str(c["index"])) == "person_name"), "")
    settled = Settled(
        kind=batch.kind, columns=columns, answers=batch.answers, order=order,
        marks=settle_marks(columns, rows, batch.answers),
        names=settle_names(columns, rows, heading, facts["language"]),
        country=batch.partner.organisation.country, expected=expected_countries(batch), aliases=known_aliases(batch),
        project_dates=(project.starts_on, project.ends_on),
        partner_dates=(batch.partner.joined_on, batch.partner.left_on), today=timezone.localdate(),
    )  # fmt: skip
    if batch.kind == ImportKind.ATTENDANCE:
        settled.categories = category_facts(batch)
        settled.default_category = batch.answers.get("category", "")
        settled.held_on = usual_day(batch, order)
    return settled


def field_places(batch: ImportBatch) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, field in sorted(batch.mapping.items(), key=lambda pair: int(pair[0])):
        if field:
            places[field].append(int(index))
    return dict(places)


def category_facts(batch: ImportBatch) -> list[CategoryFact]:
    return [
        CategoryFact(category.code, category.counts_people, frozenset(category.respondent_groups))
        for category in Category.objects.in_project(batch.project)
    ]


def expected_countries(batch: ImportBatch) -> frozenset[str]:
    """Countries of the partners, and of the occasion."""
    codes = set(Partner.objects.in_project(batch.project).values_list("organisation__country", flat=True))
    if batch.occasion:
        codes.add(batch.occasion.country)
    return frozenset(codes - {""})


def known_aliases(batch: ImportBatch) -> dict[str, str]:
    aliases = CountryAlias.objects.filter(project=batch.project).values_list("alias", "country")
    return {alias.upper(): country for alias, country in aliases}


def usual_day(batch: ImportBatch, order: Order | None) -> date | None:
    """The day of rows without one: the answer, the occasion's, or the one that stands in the title."""
    if answer := read_day(batch.answers.get("held_on") or None).by(None):
        return answer
    if batch.occasion:
        return batch.occasion.held_on
    return title_day([text for texts in batch.counts["file"]["above"].values() for text in texts], order)


def title_day(texts: Sequence[str], order: Order | None) -> date | None:
    """The one day that stands in titles above the list or in the name of the tab."""
    days = {read_day(part).by(order) for text in texts for part in days_within(text)} - {None}
    return days.pop() if len(days) == 1 else None


def days_of_tabs(batch: ImportBatch, order: Order | None) -> dict[str, date]:
    """A tab for each day: the day of its rows stands in its name or title."""
    tabs = batch.counts["file"]["above"]
    if len(tabs) < 2:
        return {}
    return {tab: day for tab, texts in tabs.items() if (day := title_day(texts, order))}
