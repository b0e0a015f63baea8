"""E-mail addresses and phone numbers out of cells that hold one, several or none."""

import re

from network.rules.name_parts import is_nobody

ADDRESS = re.compile(r"[^\s<>;,|/()\[\]\"]+@[^\s<>;,|/()\[\]\"]+")
WHOLE = re.compile(r"[^\s@]{1,64}@(?:[^\s@.]{1,63}\.)+[^\s@.\d]{2,63}")
LINK = re.compile(r"^mailto:", re.IGNORECASE)
LONGEST = 254


def read_emails(cell: str) -> tuple[list[str], list[str]]:
    """The addresses of a cell as typed, and the pieces that are meant to be one but are not."""
    found = [LINK.sub("", address).strip(".,;:'") for address in ADDRESS.findall(cell)]
    good = [address for address in found if WHOLE.fullmatch(address) and len(address) <= LONGEST]
    bad = [address for address in found if address not in good]
    if not found and not is_nobody(cell):
        bad = [cell]
    return list(dict.fromkeys(good)), bad


def read_phone(cell: str, *, country: str) -> str:
    """The number in its international form; empty when it is none that could be called."""
    import phonenumbers  # large, and needed only where numbers come in

    first = re.split(r"[;/|\n]| y | e | o ", cell)[0]
    if first.startswith("00"):
        first = f"+{first[2:]}"
    try:
        number = phonenumbers.parse(first, country or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
