from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0012_output_says_when_it_was_withdrawn"),
    ]

    operations = [
        migrations.DeleteModel(name="SurveyChannel"),
    ]
