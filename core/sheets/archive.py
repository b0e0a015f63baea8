"""Office files are archives: what is inside is weighed before anything is unpacked."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.problems import Problem
from core.sheets.values import Limits

CHUNK = 1 << 18
LARGE_MEMBER = 1_000_000
ENCRYPTED_FLAG = 0x1
OVERLAP = 1024
CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"([^>]*)>(</(?:\w+:)?c>)?')
REPEATED = re.compile(rb'number-(columns|rows)-repeated="([0-9]+)"')


def archive_problems(data: bytes, limits: Limits) -> list[Problem]:
    """Bombs, doubled members, encryption, damage and absurd sizes, found without unpacking to disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            return _directory_problems(members, limits) or _content_problems(archive, members, limits)
    except Exception:
        return [_broken()]


def _broken() -> Problem:
    return Problem(
        code="file_broken",
        message=_("The file is damaged and cannot be opened. Save it again and try once more."),
    )


def _directory_problems(members: list[zipfile.ZipInfo], limits: Limits) -> list[Problem]:
    doubled = [name for name, times in Counter(m.filename.lower() for m in members).items() if times > 1]
    if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
        return [_encrypted()]
    if doubled:
        return [
            Problem(
                code="doubled_member",
                message=_("The file holds the part “%(part)s” twice. It was not made by a spreadsheet program.")
                % {"part": doubled[0][:80]},
            )
        ]
    if len(members) > limits.members or _too_large(members, limits):
        return [
            Problem(
                code="zip_bomb",
                message=_("Unpacked, the file would be far larger than a list can be. It is not opened."),
            )
        ]
    return []


def _encrypted() -> Problem:
    return Problem(
        code="file_encrypted",
        message=_("The file is protected with a password. Save it without a password and try again."),
    )


def _too_large(members: list[zipfile.ZipInfo], limits: Limits) -> bool:
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        return True
    large = [member for member in members if member.file_size > LARGE_MEMBER]
    return any(member.file_size > limits.ratio * max(member.compress_size, 1) for member in large)


def _content_problems(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], limits: Limits) -> list[Problem]:
    for member in members:
        name = member.filename.lower()
        if name == "meta-inf/manifest.xml" and b"encryption-data" in archive.read(member):
            return [_encrypted()]
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


def too_many_rows(limits: Limits) -> Problem:
    message = ngettext(
        "The sheet has more than %(limit)d row. Divide it into several files.",
        "The sheet has more than %(limit)d rows. Divide it into several files.",
        limits.rows,
    )
    return Problem(code="too_many_rows", message=message % {"limit": limits.rows})


def too_many_columns(limits: Limits) -> Problem:
    message = ngettext(
        "The sheet has more than %(limit)d column. Delete the columns that are not needed.",
        "The sheet has more than %(limit)d columns. Delete the columns that are not needed.",
        limits.columns,
    )
    return Problem(code="too_many_columns", message=message % {"limit": limits.columns})


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
