from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("dissemination", "0012_keys_of_guests_names"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="registration",
            name="registration_once_per_address",
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(
                models.F("event"), models.F("email_key"), models.F("name_key"),
                condition=models.Q(("email_key", ""), _negated=True),
                name="registration_once_per_name_and_address",
            ),  # fmt: skip
        ),
    ]
