from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Rates:
    """The euros of one call: per local and per international head, and the most a project gets for all its events.

    A virtual head earns a percentage of the local rate whatever its country, with a cap of its own; None means that
    the call pays nothing for virtual heads. A cap of None means that the call names none.
    """

    local: Decimal
    international: Decimal
    project_cap: Decimal | None = None
    virtual_percent: Decimal | None = None
    virtual_cap: Decimal | None = None

    @property
    def virtual(self) -> Decimal | None:
        return None if self.virtual_percent is None else self.local * self.virtual_percent / 100
