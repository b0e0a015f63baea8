from datetime import date

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from accounts.models import User
from core.listing import Column, Listing
from tests.factories import UserFactory

COLUMNS = (
    Column("name", "Name", lambda row: row.name, sort=("name",)),
    Column("count", "Count", lambda row: 1234, number=True),
    Column("day", "Day", lambda row: date(2018, 3, 1)),
    Column("none", "None", lambda row: None),
)
ROWS = Template("{% load house %}{% listing_rows listing 'network:person_detail' 'qqvet' tick=tick %}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tick", "box"),
    [
        (False, ""),
        (
            True,
            '<td><input type="checkbox" name="chosen" value="{pk}" aria-label="Choose &lt;b&gt;Ana&lt;/b&gt;"></td>',
        ),
    ],
)
def test_listing_rows_escape_and_localize_as_a_template_would(tick, box):
    user = UserFactory(name="<b>Ana</b>", email="ana<b>@example.org")
    listing = Listing(RequestFactory().get("/"), User.objects.all(), COLUMNS, sort="name")
    assert ROWS.render(Context({"listing": listing, "tick": tick})) == (
        f'<tr>{box.format(pk=user.pk)}<th scope="row"><a href="/en/projects/qqvet/people/{user.pk}/">'
        '&lt;b&gt;Ana&lt;/b&gt;</a></th><td class="number">1234</td><td>1 March 2018</td><td></td></tr>'
    )
