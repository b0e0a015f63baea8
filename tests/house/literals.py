"""Finds words in templates that no translator would ever see.

Text and the readable attributes have to come from `translate`, `blocktranslate` or a variable. Names that
are the same in every language stand in UNTRANSLATED; a passage can be exempted with translate="no".
Also runs by hand: `python -m tests.house.literals templates`.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, Token, TokenType

READABLE = {"alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label"}
# Blocks that fill an attribute of the page around them.
ATTRIBUTE_BLOCKS = re.compile(r"block \w*(?:class|attributes|_id|lang|theme)$")
VERBATIM = {"script", "style", "code", "kbd", "samp"}
BUTTONS = {"submit", "button", "reset"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNTRANSLATED = {"csv", "xlsx", "ods", "docx", "pdf", "zip", "json", "api", "qr", "url", "qqvet", "doallvet",
                "erasmus", "eu", "eqf", "nuts", "isced", "esco", "vet", "wbl", "yaml", "sha", "bip",
                "htmx", "openapi", "totp", "utc", "k", "n", "kb", "mb"}  # fmt: skip

HOLE = "\ue000"
"""Stands where the template puts something in that is translated or not ours."""

SWALLOWED = {"blocktranslate", "blocktrans", "comment"}
READABLE_ARGUMENT = re.compile(
    r"""\b(?:title|label|heading|text|legend|caption|placeholder|alt|message|hint|help)=(["'])(?P<words>[^"']*)\1"""
)
READABLE_FILTER = re.compile(r"""\|(?:default|default_if_none|yesno):(["'])(?P<words>[A-Z][^"']*|[^"']* [^"']*)\1""")
# A block may hold nothing but attributes for a tag of the page around it.
ATTRIBUTE = re.compile(r"""[\w:-]+=(["']).*?\1""")
WORD = re.compile(r"[^\W\d_]+")
# An entity, or the name of a picture inside a mail.
ENTITY = re.compile(r"&#?\w+;|\bcid:\w+")


@dataclass(frozen=True)
class Literal:
    """Words that stand in a template untranslated."""

    line: int
    words: str


def literals_in(source: str, *, markup: bool = True) -> list[Literal]:
    tokens = list(Lexer(source).tokenize())
    found = [*_in_tags(tokens)]
    holed = _with_holes(tokens)
    if markup:
        reader = _Reader()
        reader.feed(holed)
        reader.close()
        found += reader.found
    else:
        lines = enumerate(holed.splitlines(), 1)
        found += [Literal(number, line.strip()) for number, line in lines if is_literal(line)]
    return sorted(found, key=lambda literal: literal.line)


def is_literal(text: str) -> bool:
    words = WORD.findall(ENTITY.sub(" ", text.replace(HOLE, " ")))
    return any(word.lower() not in UNTRANSLATED for word in words)


def _in_tags(tokens: list[Token]) -> Iterator[Literal]:
    """Plain words handed to an included template or given as a filter's default."""
    for token in tokens:
        pattern = {TokenType.BLOCK: READABLE_ARGUMENT, TokenType.VAR: READABLE_FILTER}.get(token.token_type)
        for match in pattern.finditer(token.contents) if pattern else ():
            if is_literal(match["words"]):
                yield Literal(token.lineno or 0, match["words"])


def _with_holes(tokens: list[Token]) -> str:
    """The template's own text, on its own lines, with a hole for everything else."""
    pieces: list[str] = []
    line, until = 1, ""
    for token in tokens:
        pieces.append("\n" * ((token.lineno or line) - line))
        line = token.lineno or line
        name = token.contents.split()[0] if token.token_type is TokenType.BLOCK and token.contents else ""
        if until:
            until = "" if name == until else until
        elif token.token_type is TokenType.BLOCK and ATTRIBUTE_BLOCKS.match(token.contents):
            until = "endblock"
        elif token.token_type is TokenType.TEXT:
            pieces.append(token.contents)
            line += token.contents.count("\n")
        elif token.token_type is not TokenType.COMMENT:
            pieces.append(HOLE)
            until = f"end{name}" if name in SWALLOWED else ""
    # A tag whose name is chosen: `<{% if href %}a href="…"{% else %}button{% endif %} class="…">`.
    return re.sub(f"(</?){HOLE}+", r"\1", "".join(pieces))


class _Reader(HTMLParser):
    """Walks the markup and keeps what a person could read but nobody could translate."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Literal] = []
        self.exempt: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name.strip(HOLE): value or "" for name, value in attrs}
        untranslated = tag in VERBATIM or values.get("translate") == "no"
        if (self.exempt or untranslated) and tag not in VOID:
            self.exempt.append(tag)
        if untranslated or self.exempt:
            return
        names = READABLE | ({"value"} if tag == "input" and values.get("type") in BUTTONS else set())
        for name in sorted(names & values.keys()):
            self._note(values[name])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.exempt:
            while self.exempt.pop() != tag:
                continue

    def handle_data(self, data: str) -> None:
        if not self.exempt:
            self._note(ATTRIBUTE.sub(HOLE, data))

    def _note(self, text: str) -> None:
        if is_literal(text):
            self.found.append(Literal(self.getpos()[0], " ".join(text.replace(HOLE, "…").split())))


def literals_below(folder: Path) -> dict[str, list[Literal]]:
    """Every template under a folder that holds untranslatable words."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".html", ".txt", ".svg"}:
            literals = literals_in(path.read_text(), markup=path.suffix != ".txt")
            if literals:
                found[str(path)] = literals
    return found


if __name__ == "__main__":
    problems = [
        f"{path}:{literal.line}: {literal.words}"
        for folder in sys.argv[1:]
        for path, literals in literals_below(Path(folder)).items()
        for literal in literals
    ]
    print("\n".join(problems) or "Every word in the templates can be translated.")
    sys.exit(bool(problems))
