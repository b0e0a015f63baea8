"""The field for files: what may be sent, what was sent already, and what a file can tell."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from impact_study.enums import QuestionType
from impact_study.rules.answers.files import accepted, endings_of, entries_of, most_files, most_megabytes
from impact_study.rules.compiled.sheet import Builder, Hole
from impact_study.rules.definition import Page, Question


def takes_files(page: Page) -> bool:
    return any(question.type == QuestionType.FILE for question in page.questions)


def write_file(question: Question, out: Builder) -> None:
    """The browser's own field: it opens a phone's camera where pictures may be sent, and needs no script."""
    code = question.code
    helped = f"{code}-help " if question.help else ""
    several = " multiple" if most_files(question) > 1 else ""
    out.hole("files", code)
    out.add(f'<input type="file" id="{code}" name="{code}" accept="{accepted(question)}"{several}')
    out.add(f' aria-describedby="{helped}{code}-rules {code}-error"').hole("invalid", code).add(">")
    out.add(f'<div class="help" id="{code}-rules"><p>{escape(_what(question))}</p><p>{escape(_caution())}</p></div>')


def file_holes(page: Page, answers: Mapping[str, object]) -> dict[Hole, str]:
    """The files that were sent, each with its own way to take it away again."""
    holes: dict[Hole, str] = {}
    for question in page.questions:
        if question.type == QuestionType.FILE and (entries := entries_of(answers.get(question.code))):
            lines = "".join(_line(question, str(one["id"]), str(one["name"]), int(one["size"])) for one in entries)
            holes["files", question.code] = (
                f'<div class="sent-files" data-files="{len(entries)}"><p>{escape(_("Sent already:"))}</p>{lines}</div>'
            )
    return holes


def _line(question: Question, key: str, name: str, size: int) -> str:
    words = escape(_("Take away “%(name)s”") % {"name": name})
    return (
        f"<p><bdi>{escape(name)}</bdi> <small>{escape(filesizeformat(size))}</small></p>"
        f'<label class="choice"><input type="checkbox" name="{question.code}__drop" value="{key}">'
        f" <span>{words}</span></label>"
    )


def _what(question: Question) -> str:
    most = most_files(question)
    number = ngettext("%(most)d file", "up to %(most)d files", most) % {"most": most}
    told = _("You can send %(number)s (%(endings)s), each up to %(size)d MB.") % {
        "number": number, "size": most_megabytes(question),
        "endings": ", ".join(ending.upper() for ending in endings_of(question)),
    }  # fmt: skip
    replaced = _("Another one takes the place of the one that was sent.") if most == 1 else ""
    return f"{told} {replaced}".strip()


def _caution() -> str:
    return _(
        "What is in a file, and its name, can tell who you are. A photo can also hold where and when it was taken."
    )
