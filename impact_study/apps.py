from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImpactStudyConfig(AppConfig):
    name = "impact_study"
    verbose_name = _("Impact study")
