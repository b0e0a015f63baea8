"""What the house must know of this app."""

from dissemination import activity, claim_jobs, erasure, navigation, paper_jobs, personal_data, todos  # noqa: F401
from dissemination.demo import parts  # noqa: F401
