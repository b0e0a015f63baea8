"""The parts of an office file, read through without keeping them."""

import re
import zipfile
from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.problems import Problem
from core.sheets.bounds import too_many_columns, too_many_rows
from core.sheets.letters import column_number
from core.sheets.values import Limits

CHUNK = 1 << 18
OVERLAP = 1024
CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"([^>]*)>(</(?:\w+:)?c>)?')
REPEATED = re.compile(rb'number-(columns|rows)-repeated="([0-9]+)"')


def encrypted() -> Problem:
    return Problem(
        code="file_encrypted",
        message=_("The file is protected with a password. Save it without a password and try again."),
    )


def content_problems(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], limits: Limits) -> list[Problem]:
    for member in members:
        name = member.filename.lower()
        if name == "meta-inf/manifest.xml" and b"encryption-data" in archive.read(member):
            return [encrypted()]
        if name.endswith((".xml", ".rels")) and (problem := _member_problem(archive, member, limits)):
            return [problem]
    return []


def _member_problem(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> Problem | None:
    """Read a part to its end, which also proves its size and checksum, and look for absurd places."""
    for piece in _pieces(archive, member):
        if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
            return Problem(
                code="active_content",
                message=_("The file holds instructions that no spreadsheet needs. It is not opened."),
            )
        if problem := _place_problem(member.filename.lower(), piece, limits):
            return problem
    return None


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    overlap = b""
    with archive.open(member) as stream:
        while block := stream.read(CHUNK):
            yield overlap + block
            overlap = block[-OVERLAP:]


def _place_problem(name: str, piece: bytes, limits: Limits) -> Problem | None:
    if name.startswith("xl/worksheets/"):
        for letters, row, rest, closed in CELL.findall(piece):
            if closed or rest.endswith(b"/"):
                continue  # a cell with a look but no content
            if int(row) > limits.rows:
                return too_many_rows(limits)
            if column_number(letters.decode()) > limits.columns:
                return too_many_columns(limits)
    if name == "content.xml":
        return _repeated_problem(piece, limits)
    return None


def _repeated_problem(piece: bytes, limits: Limits) -> Problem | None:
    """OpenDocument repeats blank rows and cells to the edge of the sheet: only filled ones are a bomb."""
    for match in REPEATED.finditer(piece):
        after = piece[match.end() : match.end() + 400]
        tag_end = after.find(b">")
        if tag_end < 0 or after[tag_end - 1 : tag_end] == b"/":
            continue
        filled = b"office:value" in after[: tag_end + 1] if match[1] == b"columns" else _row_is_filled(after)
        if filled and int(match[2]) > (limits.columns if match[1] == b"columns" else limits.rows):
            return too_many_columns(limits) if match[1] == b"columns" else too_many_rows(limits)
    return None


def _row_is_filled(after: bytes) -> bool:
    row = after.split(b"</table:table-row>")[0]
    return b"office:value" in row
