"""From the bytes of a file to its rows, or to the reason why not."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from core.sheets.delimited import read_delimited
from core.sheets.encoding import is_encoding
from core.sheets.kinds import content_kind, kind_problems
from core.sheets.office import read_office
from core.sheets.values import DEFAULT_LIMITS, Limits, Workbook


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person has settled about a text file; empty means: find out."""

    encoding: str = ""
    delimiter: str = ""


def read_workbook(
    data: bytes, *, name: str, options: ReadOptions | None = None, limits: Limits = DEFAULT_LIMITS
) -> Workbook:
    """The rows of a CSV, XLSX, XLS or ODS file. Raises ProblemsFound, and nothing else, for what is not one."""
    options = options or ReadOptions()
    if len(data) > limits.file_bytes:
        raise ProblemsFound([_too_large(name, limits)])
    if problems := kind_problems(name, data):
        raise ProblemsFound(problems)
    if problems := _option_problems(options):
        raise ProblemsFound(problems)
    kind = content_kind(data)
    if kind == "csv":
        book = read_delimited(data, encoding=options.encoding, delimiter=options.delimiter, limits=limits)
    else:
        book = read_office(data, kind=kind, limits=limits)
    if not any(sheet.rows for sheet in book.sheets):
        raise ProblemsFound([Problem(code="empty_file", message=_("The file holds no rows."))])
    return book


def _option_problems(options: ReadOptions) -> list[Problem]:
    problems = []
    if options.encoding and not is_encoding(options.encoding):
        message = _("“%(name)s” is no encoding.") % {"name": options.encoding}
        problems.append(Problem(code="encoding", message=message, field="encoding"))
    if len(options.delimiter) > 1 or options.delimiter in ("\n", "\r", '"'):
        message = _("Cells are divided by one sign.")
        problems.append(Problem(code="delimiter", message=message, field="delimiter"))
    return problems


def _too_large(name: str, limits: Limits) -> Problem:
    message = _("The file is larger than %(limit)d MB.") % {"limit": limits.file_bytes // 1_000_000}
    return Problem(code="file_too_large", message=message)
