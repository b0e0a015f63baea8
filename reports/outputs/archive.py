"""The evidence behind a report as an archive: numbered folders, safe names, and a manifest of what proves what."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from io import StringIO
from typing import IO
from unicodedata import combining, normalize
from zipfile import ZipFile

from django.utils.translation import gettext as _

from network.chapters.evidence import Exhibit
from reports.outputs.archive_file import member

CHUNK = 1024 * 1024
LONGEST_NAME = 60
PLAIN_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "ø": "o", "Ø": "O"})


@dataclass(frozen=True)
class Entry:
    """A line of the manifest. `state` is "ok", "missing", or "changed" when the bytes no longer match the hash."""

    number: str
    path: str
    sha256: str
    size: int
    kind: str
    partner: str
    title: str
    given_name: str
    proves: str
    state: str = "ok"


def print_archive(
    exhibits: Sequence[Exhibit], out: IO[bytes], *, said: Callable[[int, int], None] = lambda _done, _all: None
) -> None:
    """Write the archive; `said` is told how many files are in."""
    with ZipFile(out, "w", allowZip64=True) as archive:
        entries = []
        for done, exhibit in enumerate(exhibits, 1):
            entries.append(_put(archive, exhibit))
            said(done, len(exhibits))
        archive.writestr(member("manifest.csv"), "\ufeff" + manifest_csv(entries))
        archive.writestr(member("manifest.json"), manifest_json(entries))


def entry_of(exhibit: Exhibit) -> Entry:
    evidence = exhibit.evidence
    return Entry(
        number=exhibit.label, path=path_of(exhibit), sha256=evidence.sha256, size=evidence.size,
        kind=str(evidence.get_kind_display()), partner=exhibit.partner_label, title=evidence.title,
        given_name=evidence.given_name, proves=exhibit.proves,
    )  # fmt: skip


def path_of(exhibit: Exhibit) -> str:
    """ "02-ES/E007-signed-list-taller.pdf": a name every system can unpack."""
    partner, evidence = exhibit.evidence.partner, exhibit.evidence
    folder = f"{partner.number:02d}-{partner.organisation.country or 'XX'}" if partner else "00-project"
    stem, _dot, extension = evidence.given_name.rpartition(".")
    name = safe(stem or evidence.given_name or evidence.title) or "file"
    kind = evidence.kind.replace("_", "-")
    return f"{folder}/{exhibit.label}-{kind}-{name}.{safe(extension)[:8] or 'bin'}"


def safe(text: str) -> str:
    plain = "".join(letter for letter in normalize("NFKD", text.translate(PLAIN_LETTERS)) if not combining(letter))
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME]


def manifest_csv(entries: Sequence[Entry]) -> str:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [_("No."), _("File"), "SHA-256", _("Bytes"), _("Kind"), _("Partner"), _("Title"), _("Name as uploaded"),
         _("What it proves"), _("State")]
    )  # fmt: skip
    for entry in entries:
        writer.writerow([inert(value) if isinstance(value, str) else value for value in _values(entry)])
    return out.getvalue()


def manifest_json(entries: Sequence[Entry]) -> str:
    return json.dumps({"files": [asdict(entry) for entry in entries]}, ensure_ascii=False, indent=2, sort_keys=True)


def inert(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _values(entry: Entry) -> Iterator[str | int]:
    return (getattr(entry, each.name) for each in fields(entry))


def _put(archive: ZipFile, exhibit: Exhibit) -> Entry:
    """Copy the file, and look on the way whether its bytes are still those of the hash."""
    entry, evidence, digest = entry_of(exhibit), exhibit.evidence, sha256()
    if not evidence.file.name or not evidence.file.storage.exists(evidence.file.name):
        return Entry(**{**asdict(entry), "state": "missing"})
    with evidence.file.open("rb") as source, archive.open(member(entry.path), "w") as target:
        for chunk in iter(lambda: source.read(CHUNK), b""):
            digest.update(chunk)
            target.write(chunk)
    return entry if digest.hexdigest() == evidence.sha256 else Entry(**{**asdict(entry), "state": "changed"})
