"""What the house must know of reports: they hold figures and texts of partners, people only as their writers."""

from core.personal_data import declare_impersonal
from reports import models

declare_impersonal(*(getattr(models, name) for name in models.__all__))
