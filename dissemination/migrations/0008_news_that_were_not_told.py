from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("dissemination", "0007_certificates_are_sent"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="untold",
            field=models.CharField(blank=True, editable=False, max_length=24),
        ),
    ]
