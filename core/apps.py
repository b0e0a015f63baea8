from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        # Each app says in these modules who may, what it tells reports and what the house must know of it.
        autodiscover_modules("permissions", "chapters", "registrations")
