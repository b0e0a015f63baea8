"""Yes and no in the interface languages, and the ticks and crosses of paper lists."""

from core.sheets.values import Cell
from core.text import fold, word_set

YES = word_set(
    "yes y true x xx v ok si s da d sim oui o vrai ja j wahr kylla k tosi ano a tak t prawda vero verdadero cierto "
    "adevarat verdadeiro pravda waar signed firmado firmada firma semnat semnata assinado assinada assinou firmato "
    "firmata firmo signe signee getekend ondertekend podepsan podepsano podepsana podpis allekirjoitettu "
    "unterschrieben podpisano podpisal podpisala present presente asistio attended prezent presenza aanwezig "
    "pritomen pritomna lasna anwesend obecny obecna asiste"
)
NO = word_set(
    "no n false non f nu nao faux falso nee nein falsch ei epatosi ne nepravda nie falsz fals onwaar absent ausente "
    "unsigned missing pendiente falta pending sin manca mancante assente absente afwezig chybi nepritomen nepritomna "
    "puuttuu poissa fehlt abwesend brak nieobecny nieobecna lipsa lipseste lipsit pendente faltou"
)
TICKS = frozenset("✓✔☑√✅×✗✘☒☓●•")
CROSSED_BUT_EMPTY = frozenset("☐□-–—/.")


def read_yes(cell: Cell) -> bool | None:
    """True, False (also for an empty cell), or None when the word says neither."""
    if cell is None or isinstance(cell, bool):
        return bool(cell)
    if isinstance(cell, (int, float)):
        return bool(cell)
    if not isinstance(cell, str):
        return None
    text = cell.strip()
    if not text or set(text) <= CROSSED_BUT_EMPTY:
        return False
    if set(text) & TICKS:
        return True
    words = fold(text).split()
    if len(words) > 3 or not words:
        return None
    if words[0] in NO:
        return False
    return True if words[0] in YES else None
