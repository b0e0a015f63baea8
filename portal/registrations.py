"""What the house must know of the portal: its links in header, footer and account menu."""

from django.utils.translation import gettext_lazy as _

from core.enums import Basis, Erasure, Retention
from core.navigation import Entry, register
from core.personal_data import declare
from portal.models import Visit

register(Entry(place="public", label=_("Projects"), url_name="portal:project_list", order=10))
register(Entry(place="account", label=_("Workspace"), url_name="portal:workspace", order=1, icon="layout-grid"))
register(Entry(place="workspace", label=_("Today"), url_name="portal:workspace", order=5, icon="house"))
register(Entry(place="footer", label=_("Public pages"), url_name="portal:home", order=5))
register(Entry(place="footer", label=_("Accessibility"), url_name="portal:accessibility", order=10))
register(Entry(place="footer", label=_("Privacy"), url_name="portal:privacy", order=20))
register(Entry(place="footer", label=_("Licences"), url_name="portal:licences", order=30))

declare(
    Visit, subject="user", fields=["seen_at", "before_at"], basis=Basis.CONTRACT,
    purpose=_("To show people what is new since they were here"), retention=Retention.WITH_ACCOUNT,
    erasure=Erasure.DELETE,
)  # fmt: skip
