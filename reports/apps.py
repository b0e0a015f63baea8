from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = _("Reports")

    def ready(self) -> None:
        from reports.services.templates import put_standards_in_place  # models are ready only now

        post_migrate.connect(put_standards_in_place, sender=self)
