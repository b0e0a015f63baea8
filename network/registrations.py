"""What the house must know of the network."""

from django.utils.translation import gettext_lazy as _

from accounts.second_factor import require_for
from core.navigation import Entry, register
from network.permissions import coordinates_any

require_for(coordinates_any)

register(
    Entry(
        place="workspace",
        label=_("Team"),
        url_name="network:team",
        permission="network.view_board",
        per_project=True,
        order=80,
    )
)
