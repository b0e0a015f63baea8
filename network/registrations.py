"""What the house must know of the network: one module per matter."""

from accounts.second_factor import require_for
from network import activity, duplicate_jobs, graph_jobs, import_jobs, navigation, personal_data, todos  # noqa: F401
from network.demo import parts  # noqa: F401
from network.permissions import coordinates_any

require_for(coordinates_any)
