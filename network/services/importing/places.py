"""The organisations that rows name, each spelling settled once for the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from network.models import ImportBatch
from network.rules.importing.findings import Ask
from network.rules.name_parts import is_nobody
from network.rules.names import fold, loose_key, organisation_key, spelled_out
from network.services.importing.known import known_organisations

SIMILAR = 90
SHOWN = 5
SAME_AS = "as:"
type Directory = dict[str, list[tuple[int, str]]]


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
    by_key, by_loose = _directory(batch)
    earlier: dict[str, str] = {}
    for identity, spellings in typed.items():
        answer = batch.answers.get(f"organisation:{identity}", "")
        key = organisation_key(spellings[0])
        if answer.startswith(SAME_AS):
            places.refs[identity] = places.ref(answer.removeprefix(SAME_AS))
        elif answer and answer != "new":
            places.refs[identity] = "" if answer == "none" else answer
        else:
            candidates = [] if answer else _candidates(spellings[0], by_key, by_loose)
            alike = earlier.get(loose_key(key), "")
            alike = "" if answer or organisation_key(alike) == key else alike
            _settle_one(places, identity, spellings[0], candidates, alike, leave=_leaves(batch, answer))
        earlier.setdefault(loose_key(key), spellings[0])
    if places.unknown and "organisations" not in batch.answers:
        shown = "; ".join(places.unknown[:SHOWN]) + (" …" if len(places.unknown) > SHOWN else "")
        places.asks.append(Ask("organisations", "organisations", shown, ("create", "create_here", "leave"), "create"))
    return places


def _leaves(batch: ImportBatch, answer: str) -> bool:
    return batch.answers.get("organisations") == "leave" and not answer


def _directory(batch: ImportBatch) -> tuple[Directory, Directory]:
    """What the project knows by key, umlauts as one letter and as two, and by the looser key."""
    by_key: Directory = defaultdict(list)
    by_loose: Directory = defaultdict(list)
    for pk, name, key, _oid, _vat in known_organisations(batch):
        by_loose[loose_key(key)].append((pk, name))
        for spelling in {key, organisation_key(spelled_out(name))}:
            by_key[spelling].append((pk, name))
    return by_key, by_loose


def _settle_one(
    places: Places, identity: str, name: str, candidates: list[tuple[int, str, bool]], alike: str, *, leave: bool
) -> None:
    """`alike` is another spelling of the same file that may mean the same."""
    if len(candidates) == 1 and candidates[0][2]:
        places.refs[identity] = f"organisation:{candidates[0][0]}"
    elif candidates or alike:
        choices = [f"organisation:{pk}" for pk, _name, _same in candidates]
        choices += [f"{SAME_AS}{alike}"] if alike and places.ref(alike) not in choices else []
        places.asks.append(Ask(f"organisation:{identity}", "organisation", name, (*choices, "new", "none")))
    else:
        places.unknown.append(name)
        places.refs[identity] = "" if leave else f"new:{identity}"


def _candidates(name: str, by_key: Directory, by_loose: Directory) -> list[tuple[int, str, bool]]:
    """(id, name, is the same) of known organisations; another legal form makes another company."""
    key = organisation_key(name)
    if same := by_key.get(key) or by_key.get(organisation_key(spelled_out(name))):
        fitting = [(pk, known) for pk, known in same if not _other_form(name, known)]
        return [(pk, known, True) for pk, known in fitting] or [(pk, known, False) for pk, known in same][:SHOWN]
    close = process.extract(key, by_key.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=SIMILAR, limit=SHOWN)
    near = [near for near, _score, _place in close if _numbers(near) == _numbers(key)]
    found = [*by_loose.get(loose_key(key), ()), *(one for key in near for one in by_key[key])]
    return [(pk, known, False) for pk, known in dict.fromkeys(found)][:SHOWN]


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
    written = [name for name in dict.fromkeys(names) if name and not is_nobody(name)]
    two_letters = {
        organisation_key(spelled_out(name)): organisation_key(name) for name in written if spelled_out(name) != name
    }
    for name in written:
        key = organisation_key(name)
        spellings[two_letters.get(key, key)].append(name)
    found: dict[str, list[str]] = {}
    for key, same in spellings.items():
        forms = {legal_form(name) for name in same} - {""}
        for name in same:
            form = legal_form(name) if len(forms) > 1 else ""
            found.setdefault(f"{key} {form}".strip(), []).append(name)
    return found
