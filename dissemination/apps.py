from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DisseminationConfig(AppConfig):
    name = "dissemination"
    verbose_name = _("Dissemination")

    def ready(self) -> None:
        from dissemination.services.unit_costs.rates import put_rates_in_place  # models are ready only now

        post_migrate.connect(put_rates_in_place, sender=self)
