from core.models.audit import AuditEntry
from core.models.idempotency import KeptAnswer
from core.models.job import Job
from core.models.mail import Mail
from core.models.timestamped import TimestampedModel

__all__ = ["AuditEntry", "Job", "KeptAnswer", "Mail", "TimestampedModel"]
