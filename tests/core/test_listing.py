from __future__ import annotations

import pytest
from django.test import RequestFactory

from accounts.models import User
from core.listing import Column, Listing
from tests.factories import UserFactory

COLUMNS = (
    Column("name", "Name", lambda row: row.name, sort=("name",)),
    Column("email", "E-mail", lambda row: row.email, sort=("email",)),
    Column("language", "Language", lambda row: row.language.upper(), plain=lambda row: row.language, standard=False),
)


def listing(query="", rows=None):
    return Listing(RequestFactory().get(f"/?{query}"), rows or User.objects.none(), COLUMNS, sort="name")


@pytest.mark.parametrize(
    ("query", "keys"),
    [("", ["name", "email"]), ("columns=language", ["name", "language"]), ("columns=nonsense", ["name"])],
)
def test_first_column_always_shows_and_the_others_as_chosen(query, keys):
    assert [column.key for column in listing(query).shown] == keys


@pytest.mark.parametrize(
    ("asked", "sort"), [("", "name"), ("-email", "-email"), ("language", "name"), ("password", "name")]
)
def test_only_sortable_columns_sort(asked, sort):
    assert listing(f"sort={asked}").sort == sort


def test_question_leaves_out_the_page_and_what_is_not_asked():
    assert listing("q=ana&page=3&country=&minor=unknown&columns=email").query == "q=ana&columns=email"


@pytest.mark.django_db
def test_rows_that_sort_alike_keep_one_order():
    users = [UserFactory(name="same") for _ in range(3)]
    found = [list(listing(f"sort={sort}", User.objects.all()).sorted_rows) for sort in ("name", "-name")]
    assert found == [users, users[::-1]]


@pytest.mark.django_db
def test_sheet_holds_plain_values():
    UserFactory(name="Ana", language="es")
    sheet = listing("columns=language", User.objects.all()).sheet("csv", name="people")
    assert b"".join(sheet).decode("utf-8-sig").splitlines() == ["Name,Language", "Ana,es"]
