from core.models.audit import AuditEntry
from core.models.timestamped import TimestampedModel

__all__ = ["AuditEntry", "TimestampedModel"]
