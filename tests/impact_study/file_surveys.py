"""A questionnaire that asks for files, and a respondent who sends them."""

import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase

from tests.impact_study.surveys import Respondent, survey

PDF = b"%PDF-1.7\n%" + b"x" * 40


def png():
    """The smallest picture of one pixel."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pieces = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(pieces)


def upload(name="plan.pdf", data=PDF):
    return SimpleUploadedFile(name, data)


def questionnaire(**more):
    asked = {"kind": "question", "code": "plan", "type": "file", "text": "q.plan", "required": "soft", **more}
    return {
        "format": 1,
        "meta": {"code": "files", "base_language": "en", "languages": ["en", "es"], "title": "title"},
        "choice_lists": [],
        "scales": [],
        "pages": [
            {"code": "sending", "title": "page.sending", "items": [
                {"kind": "question", "code": "place", "type": "text", "text": "q.place"}, asked,
            ]},
            {"code": "rest", "title": "page.rest", "items": [
                {"kind": "question", "code": "more", "type": "text", "text": "q.more"},
            ]},
        ],
    }  # fmt: skip


TEXTS = {
    "en": {
        "title": "Plans", "page.sending": "Your plan", "page.rest": "The rest", "q.plan": "Send your plan",
        "q.place": "Where?", "q.more": "Anything else?",
    },
    "es": {"q.plan": "Envíe su plan"},
}  # fmt: skip


def file_survey(channel=None, **question):
    return survey(wave__version__definition=questionnaire(**question), wave__version__texts=TEXTS, **(channel or {}))


class Sender(Respondent):
    """Sends the page with files where its form says."""

    def send(self, language=None, _go="next", **fields):
        self.language = language or self.language
        has_files = "plan" in fields or 'enctype="multipart/form-data"' in self.html
        below = "answer/files/" if has_files else "answer/"
        fields = {"_state": fields.pop("_state", "") or self.state, "_go": _go, **fields}
        with TestCase.captureOnCommitCallbacks(execute=True):
            self.page = self.client.post(f"/{self.language}{self.path}{below}", fields)
        return self.page
