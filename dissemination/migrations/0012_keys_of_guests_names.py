from django.db import migrations
from network.rules.names import person_key

AT_ONCE = 1000


def fill(apps, schema_editor):
    registrations = apps.get_model("dissemination", "Registration").objects
    rows = registrations.exclude(name="").only("name").order_by("pk")
    after = 0
    while found := list(rows.filter(pk__gt=after)[:AT_ONCE]):
        for row in found:
            row.name_key = person_key(row.name)[:300]
        registrations.bulk_update(found, ["name_key"])
        after = found[-1].pk


def leave(apps, schema_editor):
    """The column goes with the migration before."""


class Migration(migrations.Migration):

    dependencies = [
        ("dissemination", "0011_names_beside_addresses"),
    ]

    operations = [migrations.RunPython(fill, leave)]
