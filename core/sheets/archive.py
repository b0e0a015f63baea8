"""Office files are archives: what is inside is weighed before anything is unpacked."""

import io
import zipfile
from collections import Counter

from django.utils.translation import gettext as _

from core.problems import Problem
from core.sheets.members import content_problems, encrypted
from core.sheets.values import Limits

LARGE_MEMBER = 1_000_000
ENCRYPTED_FLAG = 0x1


def archive_problems(data: bytes, limits: Limits) -> list[Problem]:
    """Bombs, doubled members, encryption, damage and absurd sizes, found without unpacking to disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            return _directory_problems(members, limits) or content_problems(archive, members, limits)
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
        return [encrypted()]
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


def _too_large(members: list[zipfile.ZipInfo], limits: Limits) -> bool:
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        return True
    large = [member for member in members if member.file_size > LARGE_MEMBER]
    return any(member.file_size > limits.ratio * max(member.compress_size, 1) for member in large)
