from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dissemination', '0009_seats_kept_for_partners'),
    ]

    operations = [
        migrations.AddField(
            model_name='followup',
            name='survey_failure',
            field=models.CharField(blank=True, editable=False, max_length=100),
        ),
    ]
