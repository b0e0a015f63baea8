"""A sheet on its way in: opened, mapped, previewed, matched, applied in one transaction, undone if need be."""

from network.services.importing.answering import answer_questions, choose_columns, decide_rows, mend_cell
from network.services.importing.applying import apply_import
from network.services.importing.opening import open_import
from network.services.importing.previewing import preview_import
from network.services.importing.rejected import rejected_rows
from network.services.importing.undoing import undo_import

__all__ = [
    "answer_questions",
    "apply_import",
    "choose_columns",
    "decide_rows",
    "mend_cell",
    "open_import",
    "preview_import",
    "rejected_rows",
    "undo_import",
]
