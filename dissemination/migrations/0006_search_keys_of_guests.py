from core.text import fold
from django.db import migrations

AT_ONCE = 1000


def fill(apps, schema_editor):
    registrations = apps.get_model("dissemination", "Registration").objects
    rows = registrations.exclude(name="").only("name", "email", "organisation_name").order_by("pk")
    after = 0
    while found := list(rows.filter(pk__gt=after)[:AT_ONCE]):
        for row in found:
            row.search_key = fold(f"{row.name} {row.email} {row.organisation_name}")
        registrations.bulk_update(found, ["search_key"])
        after = found[-1].pk


def leave(apps, schema_editor):
    """The column goes with the migration before."""


class Migration(migrations.Migration):

    dependencies = [
        ("dissemination", "0005_search_at_the_door"),
    ]

    operations = [migrations.RunPython(fill, leave)]
