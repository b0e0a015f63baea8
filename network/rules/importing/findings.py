"""What comes out of reading one row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a row; a warning is told and lets the row pass. Worded when it is shown."""

    code: str
    column: str = ""
    value: str = ""
    warning: bool = False

    def stored(self) -> dict[str, Any]:
        return {"code": self.code, "column": self.column, "value": self.value, "warning": self.warning}


@dataclass(frozen=True, slots=True)
class Ask:
    """A question a row raises. The same key in several rows is one question."""

    key: str
    kind: str
    value: str = ""
    choices: tuple[str, ...] = ()
    proposed: str = ""


@dataclass(slots=True)
class RowRead:
    """The values of a row under the names of fields (plain enough for JSON), with findings and questions."""

    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        return any(not finding.warning for finding in self.findings)
