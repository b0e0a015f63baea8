"""The organisations that rows name, each spelling settled once for the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from network.models import ImportBatch
from network.rules.importing.findings import Ask
from network.rules.name_parts import is_nobody
from network.rules.names import fold, organisation_key
from network.services.importing.known import known_organisations

SIMILAR = 90
SHOWN = 5


@dataclass(slots=True)
class Places:
    """Organisations by the spelling in the rows: `refs` says for each whether it is known, new or left out."""

    refs: dict[str, str] = field(default_factory=dict)
    identities: dict[str, str] = field(default_factory=dict)
    asks: list[Ask] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def ref(self, name: str) -> str:
        """`organisation:7`, `new:exemplu auto`, or empty for none."""
        return self.refs.get(self.identities.get(name, ""), "")


def settle_places(batch: ImportBatch, names: Iterable[str]) -> Places:
    """Known by the same name, chosen by a person, new, or still open."""
    places = Places()
    typed = identities(names)
    places.identities = {name: identity for identity, spellings in typed.items() for name in spellings}
    by_key: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for pk, name, key, _oid, _vat in known_organisations(batch):
        by_key[key].append((pk, name))
    for identity, spellings in typed.items():
        _settle_one(places, identity, spellings, by_key, batch.answers)
    if places.unknown and "organisations" not in batch.answers:
        shown = "; ".join(places.unknown[:SHOWN]) + (" …" if len(places.unknown) > SHOWN else "")
        places.asks.append(Ask("organisations", "organisations", shown, ("create", "create_here", "leave"), "create"))
    return places


def _settle_one(
    places: Places, identity: str, spellings: list[str], by_key: Mapping[str, list[tuple[int, str]]],
    answers: Mapping[str, str],
) -> None:  # fmt: skip
    answer = answers.get(f"organisation:{identity}", "")
    if answer and answer != "new":
        places.refs[identity] = "" if answer == "none" else answer
        return
    candidates = [] if answer else _candidates(spellings[0], by_key)
    if len(candidates) == 1 and candidates[0][2]:
        places.refs[identity] = f"organisation:{candidates[0][0]}"
    elif candidates:
        choices = tuple(f"organisation:{pk}" for pk, _name, _same in candidates)
        places.asks.append(Ask(f"organisation:{identity}", "organisation", spellings[0], (*choices, "new", "none")))
    else:
        places.unknown.append(spellings[0])
        places.refs[identity] = "" if answers.get("organisations") == "leave" and not answer else f"new:{identity}"


def _candidates(name: str, by_key: Mapping[str, list[tuple[int, str]]]) -> list[tuple[int, str, bool]]:
    """(id, name, is the same) of known organisations; another legal form makes another company."""
    key = organisation_key(name)
    if same := by_key.get(key):
        fitting = [(pk, known) for pk, known in same if not _other_form(name, known)]
        return [(pk, known, True) for pk, known in fitting] or [(pk, known, False) for pk, known in same][:SHOWN]
    close = process.extract(key, by_key.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=SIMILAR, limit=SHOWN)
    near = [near for near, _score, _place in close if _numbers(near) == _numbers(key)]
    return [(pk, known, False) for one in near for pk, known in by_key[one]][:SHOWN]


def _numbers(key: str) -> list[str]:
    """School 1 and School 2 are never nearly the same."""
    return [word for word in key.split() if any(map(str.isdigit, word))]


def legal_form(name: str) -> str:
    """What is left of a name without its key."""
    key = organisation_key(name).replace(" ", "")
    return fold(name).replace(" ", "").replace(key, "", 1)


def _other_form(one: str, other: str) -> bool:
    first, second = legal_form(one), legal_form(other)
    return bool(first and second and first != second)


def identities(names: Iterable[str]) -> dict[str, list[str]]:
    """Spellings that are one organisation, by what identifies it; the same name with two legal forms is two."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        if name and not is_nobody(name):
            spellings[organisation_key(name)].append(name)
    found: dict[str, list[str]] = {}
    for key, same in spellings.items():
        forms = {legal_form(name) for name in same} - {""}
        for name in same:
            form = legal_form(name) if len(forms) > 1 else ""
            found.setdefault(f"{key} {form}".strip(), []).append(name)
    return found
