from core.models.audit import AuditEntry
from core.models.mail import Mail
from core.models.timestamped import TimestampedModel

__all__ = ["AuditEntry", "Mail", "TimestampedModel"]
