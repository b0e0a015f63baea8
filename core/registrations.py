"""What the house keeps of people by itself."""

from django.utils.translation import gettext_lazy as _

from core.enums import Basis, Erasure, Retention
from core.jobs import todos  # noqa: F401
from core.models import AuditEntry, Job, KeptAnswer, Mail
from core.personal_data import declare

declare(
    AuditEntry, subject="actor", fields=["at", "action", "target_type", "target_id"],
    purpose=_("To explain every change"), basis=Basis.LEGAL_OBLIGATION, retention=Retention.LOG, erasure=Erasure.EMPTY,
)  # fmt: skip
declare(
    Job, subject="actor", fields=["created_at", "kind", "state", "finished_at"],
    purpose=_("To do long work and to tell how it went"), basis=Basis.CONTRACT, retention=Retention.SHORT,
    erasure=Erasure.UNLINK,
)  # fmt: skip
declare(
    KeptAnswer, subject="actor", fields=["made_at", "route", "status"],
    purpose=_("To make one effect of a request that is repeated"), basis=Basis.CONTRACT, retention=Retention.DAY,
    erasure=Erasure.DELETE,
)  # fmt: skip
# A mail is about whoever has the address; it belongs to no account.
declare(
    Mail, subject="", fields=["to", "subject", "created_at", "sent_at"], purpose=_("To write to people"),
    basis=Basis.CONTRACT, retention=Retention.SHORT, erasure=Erasure.DELETE,
)  # fmt: skip
