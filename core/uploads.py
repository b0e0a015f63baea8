"""What may be uploaded as a document or picture, and whether it is what it says it is."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from typing import Protocol

from django.conf import settings
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from core.problems import Problem

# First bytes by extension; a text has none of its own.
SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "xlsx": (b"PK\x03\x04",),
    "ods": (b"PK\x03\x04",),
    "docx": (b"PK\x03\x04",),
    "odt": (b"PK\x03\x04",),
    "xls": (b"\xd0\xcf\x11\xe0",),
    "csv": (),
    "txt": (),
}
PROGRAMS = (b"MZ", b"\x7fELF")
# Marks of a text whose letters take two bytes.
WIDE_TEXTS = (b"\xff\xfe", b"\xfe\xff")
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "csv": "text/csv",
    "txt": "text/plain",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
}


class Upload(Protocol):
    """What Django's uploaded files and our own content files have in common."""

    name: str | None
    size: int

    def seek(self, position: int) -> int: ...
    def read(self, size: int = -1) -> bytes: ...
    def chunks(self) -> Iterator[bytes]: ...


def extension_of(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def clean_name(name: str) -> str:
    """The given name as text that is safe to show and to save under."""
    base = name.replace("\\", "/").rpartition("/")[2]
    return get_valid_filename(base[-120:] or "file")


def content_type_of(name: str) -> str:
    return CONTENT_TYPES.get(extension_of(name), "application/octet-stream")


def sha256_of(upload: Upload) -> str:
    upload.seek(0)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def upload_problems(
    upload: Upload, *, endings: Collection[str] = SIGNATURES, most: int | None = None, field: str = "file"
) -> list[Problem]:
    """Why a file is not accepted: unknown kind, empty, too large, or content that belies the extension.

    `endings` and `most` bytes are those of one purpose, and never wider than what the platform takes at all.
    """
    name = upload.name or ""
    extension = extension_of(name)
    if extension not in SIGNATURES or extension not in endings:
        allowed = ", ".join(sorted(endings))
        message = _("Files of this kind are not accepted. Send one of: %(allowed)s.") % {"allowed": allowed}
        return [Problem("file_kind", message, field=field)]
    if not upload.size:
        return [Problem("file_empty", _("The file is empty."), field=field)]
    largest = min(most or settings.UPLOAD_LIMIT, settings.UPLOAD_LIMIT)
    if upload.size > largest:
        limit = largest // (1024 * 1024)
        return [Problem("file_large", _("The file is larger than %(limit)d MB.") % {"limit": limit}, field=field)]
    upload.seek(0)
    start = upload.read(512)
    upload.seek(0)
    if not _begins_like(extension, start):
        message = _("The content is not that of a .%(extension)s file.") % {"extension": extension}
        return [Problem("file_content", message, field=field, remedy=_("Save it again in that format."))]
    return []


def _begins_like(extension: str, start: bytes) -> bool:
    """A text has no signature of its own, but neither that of another kind nor bytes that no text holds."""
    if expected := SIGNATURES[extension]:
        return start.startswith(expected)
    known = tuple(signature for signatures in SIGNATURES.values() for signature in signatures)
    return not start.startswith((*known, *PROGRAMS)) and (b"\0" not in start or start.startswith(WIDE_TEXTS))
