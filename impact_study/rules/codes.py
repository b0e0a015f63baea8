"""Codes on cards: short, without letters that look alike, with check characters that only the study's secret makes.

No list of codes is kept anywhere: a code is right when its check characters are.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

# Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: what is read from paper is typed as it was meant.
LETTERS = "ACDEFGHJKMNPQRTWXY34679"
BODY, CHECK = 8, 4
GROUP = 4


def new_code(secret: str) -> str:
    """A code nobody has yet, as it is printed: ACDE-FGHJ-KMNP."""
    body = "".join(secrets.choice(LETTERS) for _ in range(BODY))
    return printed(body + check_characters(body, secret))


def printed(code: str) -> str:
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def plain_code(typed: str) -> str:
    """What was typed, without spaces, dashes and small letters."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def is_right(typed: str, secret: str) -> bool:
    code = plain_code(typed)
    if not secret or len(code) != BODY + CHECK or not set(code) <= set(LETTERS):
        return False
    return hmac.compare_digest(code[BODY:], check_characters(code[:BODY], secret))


def check_characters(body: str, secret: str) -> str:
    number = int.from_bytes(keyed(secret, "check", body)[:8])
    found = ""
    for _ in range(CHECK):
        number, rest = divmod(number, len(LETTERS))
        found += LETTERS[rest]
    return found


def keyed(secret: str, purpose: str, text: str) -> bytes:
    """A keyed hash that serves one purpose: what one is known for tells nothing of another."""
    return hmac.digest(secret.encode(), f"{purpose}\0{text}".encode(), sha256)


def pseudonym(secret: str, kind: str, text: str) -> str:
    """The name a respondent has in a study; without the secret nobody can make it again."""
    return keyed(secret, f"pseudonym:{kind}", text).hex()
