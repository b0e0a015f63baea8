from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("dissemination", "0010_surveys_that_do_not_answer"),
    ]

    operations = [
        migrations.AddField(
            model_name="registration",
            name="name_key",
            field=models.CharField(blank=True, editable=False, max_length=300),
        ),
        migrations.AlterField(
            model_name="registration",
            name="place",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="Order of arrival"),
        ),
    ]
