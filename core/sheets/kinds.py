"""What kind of file this really is, by its content, and whether we read such a file."""

import io
import zipfile
from pathlib import PurePath

from django.utils.translation import gettext as _

from core.problems import Problem

ZIP_START = b"PK\x03\x04"
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_EXTENSIONS = ("csv", "tsv", "tab", "txt")
KIND_BY_EXTENSION = {
    **dict.fromkeys(TEXT_EXTENSIONS, "csv"),
    "xlsx": "xlsx",
    "xls": "xls",
    "ods": "ods",
}
STARTS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"{\\rtf", "document"),
)
MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<svg", b"<head", b"<meta")
ODS_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def content_kind(data: bytes) -> str:
    """One of csv, xlsx, xls, ods, which we read; or a word for what else it is."""
    for start, kind in STARTS:
        if data.startswith(start):
            return kind
    if data.startswith((ZIP_START, b"PK\x05\x06")):
        return _zip_kind(data)
    if data.startswith(OLE_START):
        return _ole_kind(data)
    return _text_kind(data)


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()}
            mimetype = archive.read("mimetype")[:200] if _small(archive, "mimetype") else b""
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, NotImplementedError, EOFError):
        return "broken"
    if any(name.endswith("vbaproject.bin") for name in names):
        return "macro"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if mimetype.startswith(ODS_MIMETYPE):
        return "macro" if any(name.startswith(("basic/", "scripts/")) for name in names) else "ods"
    return "document" if mimetype or "[content_types].xml" in names else "archive"


def _small(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist() and archive.getinfo(name).file_size < 1000


def _utf16(word: str) -> bytes:
    return word.encode("utf-16-le")


def _ole_kind(data: bytes) -> str:
    if _utf16("EncryptedPackage") in data:
        return "encrypted"
    if _utf16("_VBA_PROJECT") in data:
        return "macro"
    if _utf16("Workbook") in data or _utf16("Book\x00") in data:
        return "xls"
    return "document"


def _text_kind(data: bytes) -> str:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(MARKUP):
        return "markup"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "csv"
    sample = data[:4096]
    if _is_wide_text(sample):
        return "csv"
    strange = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)
    return "binary" if strange > len(sample) // 50 or 0 in sample else "csv"


def _is_wide_text(sample: bytes) -> bool:
    """UTF-16 without its mark: nearly all zeros stand at every second place."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return max(even, odd) > len(sample) // 5 and min(even, odd) <= max(even, odd) // 20


def kind_problems(name: str, data: bytes) -> list[Problem]:
    """Why a file of this name and content is not read, before anything of it is stored."""
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        return [Problem(code="empty_file", message=_("The file is empty."))]
    kind = content_kind(data)
    if kind not in KIND_BY_EXTENSION.values():
        return [Problem(code=f"file_{kind}", message=_why_not(kind))]
    extension = PurePath(name).suffix.lower().lstrip(".")
    if KIND_BY_EXTENSION.get(extension) == kind:
        return []
    return [
        Problem(
            code="wrong_extension",
            message=_("The name ends in “.%(extension)s”, but the content is %(content)s. Please rename it.")
            % {"extension": extension, "content": _content_words(kind)},
        )
    ]


def _content_words(kind: str) -> str:
    return {
        "csv": _("a text table (.csv or .txt)"),
        "xlsx": _("an Excel workbook (.xlsx)"),
        "xls": _("an old Excel workbook (.xls)"),
        "ods": _("an OpenDocument spreadsheet (.ods)"),
    }[kind]


def _why_not(kind: str) -> str:
    reasons = {
        "encrypted": _("The file is protected with a password. Save it without a password and try again."),
        "macro": _("The file holds macros (programs). Save it as .xlsx or .csv without them and try again."),
        "xlsb": _("Binary workbooks (.xlsb) are not read. Save it as .xlsx and try again."),
        "markup": _("This is a web page or an XML file, not a spreadsheet. Open it and save it as .xlsx."),
        "pdf": _("This is a PDF. Ask for the spreadsheet it was made from."),
        "image": _("This is a picture. Ask for the spreadsheet it was made from."),
        "archive": _("This is an archive. Unpack it and choose the spreadsheet inside."),
        "document": _("This is a document of another program, not a spreadsheet."),
        "broken": _("The file is damaged and cannot be opened. Save it again and try once more."),
    }
    return reasons.get(kind, _("This is not a spreadsheet: CSV, XLSX, XLS and ODS are read."))
