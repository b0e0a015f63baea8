"""Files as an answer: what a question takes, and what of a file stands among the answers.

Of each file the answers hold its id, the name it was sent under, its size and its hash; the file itself lies apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from impact_study.enums import FileKind
from impact_study.rules.answers import faults
from impact_study.rules.answers.faults import Fault
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Question

MEGABYTE = 1024 * 1024
# What a page may bring together: the web server in front takes 30 MB.
MOST_TOGETHER = 25
USUAL_MEGABYTES = 5
ENDINGS = {
    FileKind.DOCUMENTS: ("pdf", "docx", "odt", "xlsx", "ods", "txt"),
    FileKind.PICTURES: ("jpg", "jpeg", "png"),
}
SHAPE = {
    "id": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "name": re.compile(r"[^/\\\x00-\x1f]{1,200}"),
    "sha256": re.compile(r"[0-9a-f]{64}"),
}

type Entry = dict[str, str | int]


def endings_of(question: Question) -> tuple[str, ...]:
    kinds = [FileKind(kind) for kind in question.file_kinds] or list(ENDINGS)
    return tuple(ending for kind in kinds for ending in ENDINGS[kind])


def most_files(question: Question) -> int:
    return question.max_files or 1


def most_megabytes(question: Question) -> int:
    return question.max_megabytes or USUAL_MEGABYTES


def accepted(question: Question) -> str:
    """For the browser's choice of files; a phone that may send pictures offers its camera."""
    types = ["image/jpeg", "image/png"] if FileKind.PICTURES in (question.file_kinds or ENDINGS) else []
    return ",".join([*types, *(f".{ending}" for ending in endings_of(question))])


def as_sent(entry: Mapping[str, object]) -> str:
    """An entry as the text in which the server hands it to the reader of a page."""
    return json.dumps(entry, sort_keys=True)


def read_sent(texts: Iterable[str]) -> list[Entry] | None:
    """The entries again; None for anything that is none."""
    try:
        found = [json.loads(text) for text in texts]
    except (json.JSONDecodeError, RecursionError):
        return None
    return found if all(map(is_entry, found)) else None


def is_entry(value: object) -> bool:
    if not isinstance(value, Mapping) or set(value) != {*SHAPE, "size"}:
        return False
    size, texts = value["size"], {name: value[name] for name in SHAPE}
    is_size = isinstance(size, int) and not isinstance(size, bool) and size > 0
    return is_size and all(isinstance(text, str) and SHAPE[name].fullmatch(text) for name, text in texts.items())


def entries_of(value: object) -> list[Entry]:
    """What an answer to a question for files holds."""
    return [dict(entry) for entry in value if is_entry(entry)] if isinstance(value, (list, tuple)) else []


def files_fault(definition: Definition, question: Question, value: object) -> Fault | None:
    """Whether a value is a list of files, as many as may be sent."""
    if not isinstance(value, Sequence) or not value or not all(map(is_entry, value)):
        return faults.wrong_type()
    return faults.too_many_files(most_files(question)) if len(value) > most_files(question) else None
