from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("dissemination", "0004_after_the_event"),
    ]

    operations = [
        migrations.AddField(
            model_name="registration",
            name="search_key",
            field=models.TextField(blank=True, default="", editable=False),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(fields=["event", "name", "id"], name="registration_by_name"),
        ),
        migrations.AddIndex(
            model_name="attendance",
            index=models.Index(fields=["event", "outcome", "registration"], name="attendance_by_outcome"),
        ),
    ]
