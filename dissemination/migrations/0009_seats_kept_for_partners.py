import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dissemination', '0008_news_that_were_not_told'),
        ('network', '0011_event_documents_as_evidence'),
    ]

    operations = [
        migrations.AddField(
            model_name='registration',
            name='invited_by',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='network.partner', verbose_name='Invited by'),
        ),
        migrations.CreateModel(
            name='PartnerShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seats', models.PositiveIntegerField(verbose_name='Seats')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to='dissemination.event')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='network.partner', verbose_name='Partner')),
            ],
            options={
                'ordering': ['event', 'partner__number', 'partner'],
                'constraints': [models.UniqueConstraint(models.F('event'), models.F('partner'), name='share_once_per_partner'), models.CheckConstraint(condition=models.Q(('seats__gt', 0)), name='share_above_zero')],
            },
        ),
    ]
