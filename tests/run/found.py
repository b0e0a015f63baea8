"""What looking for a back end ends with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """A back end for the tests: what it calls itself and where it is."""

    name: str
    address: str


@dataclass(frozen=True)
class Missing:
    """A back end that is not there, and what its absence leaves out."""

    name: str
    reason: str
