"""Rows of a sheet that are no records: blank ones, totals, and remarks below the list."""

import re

from core.sheets.values import Row

TOTAL = re.compile(
    r"^\W*(?:sub|gran\s+|número\s+|núm\.?\s+|n[º°.]?\s+)?"
    r"(?:total|totale|totali|totaal|totais|totales|totaux|totals|suma|summe|summa|somme|somma|soma|sum|celkem|součet"
    r"|yhteensä|razem|ogółem|łącznie|gesamt|insgesamt|aantal|count)\b",
    re.IGNORECASE,
)
NOTE = re.compile(r":|__|\.{4,}|^\s*[*†]|^\s*\(")
NUMBER = re.compile(r"^\d{1,5}[.)]?$")
LONG = 80


def is_blank(row: Row, *, numbered: bool = True) -> bool:
    """Nothing there but empty boxes to tick and, where lines may be numbered, the printed number of an empty one."""
    filled = [cell for cell in row if cell is not None and cell is not False]
    return not filled or (numbered and len(filled) == 1 and bool(NUMBER.match(str(filled[0]))))


def is_total(row: Row) -> bool:
    """Begins with a word for a sum in one of our languages, and beside it stand only numbers."""
    filled = [cell for cell in row if cell is not None]
    if not isinstance(filled[0], str) or not TOTAL.match(filled[0]):
        return False
    return len(filled) <= 4 and not any(isinstance(cell, str) and _wordy(cell) for cell in filled[1:])


def _wordy(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 3


def is_note(row: Row, *, width: int) -> bool:
    """One cell alone in a list of several columns that reads like a remark or a line to sign on."""
    filled = [cell for cell in row if cell is not None]
    if len(filled) != 1 or width < 2 or not isinstance(filled[0], str):
        return False
    text = filled[0]
    return "@" not in text and (bool(NOTE.search(text)) or len(text) > LONG)
