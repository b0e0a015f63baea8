
personal_data.declare(
    AuditEntry, subject="actor", fields=["at", "action", "target_type", "target_id"],
    purpose=_("To explain every change"), basis=Basis.LEGAL_OBLIGATION, retention=Retention.LOG, erasure=Erasure.EMPTY,
)  # fmt: skip
personal_data.declare(
    Job, subject="actor", fields=["created_at", "kind", "state", "finished_at"],
    purpose=_("To do long work and to tell how it went"), basis=Basis.CONTRACT, retention=Retention.SHORT,
    erasure=Erasure.UNLINK,
)  # fmt: skip
personal_data.declare(
    KeptAnswer, subject="actor", fields=["made_at", "route", "status"],
    purpose=_("To make one effect of a request that is repeated"), basis=Basis.CONTRACT, retention=Retention.DAY,
    erasure=Erasure.DELETE,
)  # fmt: skip
