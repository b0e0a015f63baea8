"""How many rows and columns a sheet may have."""

from django.utils.translation import ngettext

from core.problems import Problem
from core.sheets.values import Limits


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
