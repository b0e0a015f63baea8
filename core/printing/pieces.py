"""A long document in two halves, which two cores print at the same time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing.connection import Connection

from weasyprint.document import Document

from core.printing.joining import join
from core.printing.numbering import Numbering
from core.printing.partner import partner
from core.printing.pdf import closed, lay_out, raw_pdf

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Halves:
    """The HTML of the two halves, and of the pages before them, which know on which page each anchor stands."""

    opening: Callable[[Mapping[str, int]], str]
    first: str
    second: str


def print_halves(halves: Halves, *, identifier: str) -> tuple[bytes, int] | None:
    """The bytes and the number of pages; None where the halves did not come together and the whole is to be printed.

    Both are laid out at the same time and tell each other their pages before their margins are set.
    """
    with partner(partial(_print_second, halves.second)) as line:
        try:
            return _print_around(halves, line, identifier=identifier)
        except (EOFError, OSError):
            logger.warning("The other half of a document was not printed.")
            return None


def _print_second(html: str, line: Connection) -> None:
    before = cache(line.recv)
    total = cache(lambda own: _tell(line, own) + before())
    document = lay_out(html, Numbering(before, total))
    line.send((anchors(document), raw_pdf(document, piece=2)))


def _tell(line: Connection, pages: int) -> int:
    line.send(pages)
    return pages


def _print_around(halves: Halves, line: Connection, *, identifier: str) -> tuple[bytes, int] | None:
    ahead = len(lay_out(halves.opening({}), Numbering(lambda: 0, lambda own: own)).pages)

    @cache
    def total(own: int) -> int:
        line.send(ahead + own)
        pages: int = ahead + own + line.recv()
        return pages

    first = lay_out(halves.first, Numbering(lambda: ahead, total))
    inner = raw_pdf(first, piece=1)
    pages = total(len(first.pages))
    there, last = line.recv()
    places = numbered(anchors(first), ahead) | numbered(there, ahead + len(first.pages))
    opening = lay_out(halves.opening(places), Numbering(lambda: 0, lambda _own: pages))
    if len(opening.pages) != ahead:
        return None
    return closed(join([raw_pdf(opening, piece=0), inner, last]), identifier), pages


def anchors(document: Document) -> dict[str, int]:
    """On which of its pages each anchor stands, the first being 0."""
    return {name: at for at, page in reversed(list(enumerate(document.pages))) for name in page.anchors}


def numbered(found: Mapping[str, int], before: int) -> dict[str, int]:
    return {name: before + at + 1 for name, at in found.items()}
