"""The counts that each kind of result tells, and how they add up. The keys it answers say where each is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from impact_study.rules.disclosure.populations import FACTS, Collected, Filters, filters_of, subject_of

type Keys = dict[str, str]
"""Where a count stands within its result, and the cell it is."""
type Data = Mapping[str, Any]


def collect(finding: Data, into: Collected) -> Keys:
    """Note everything a finding counts."""
    subject, filters = subject_of(finding), filters_of(finding)
    keys = {"n": into.add(subject, "n", filters, finding["n"])}
    keys |= _missing(finding, into, subject, filters)
    counter = COUNTERS.get(finding["result"].get("result", ""))
    if counter:
        keys |= counter(finding, into, subject, filters, keys["n"])
    if ranks := ranks_of(finding):
        keys |= _signed_ranks(ranks, into, subject, filters, keys["n"])
    for name, part in (finding["beside"].get("groups") or {}).items():
        if finding["other"] in FACTS and isinstance(part, Mapping):
            there = filters | {(finding["other"], name)}
            keys[f"groups:{name}"] = into.add(subject, "n", there, part["n"])
    return keys


def _missing(finding: Data, into: Collected, subject: str, filters: Filters) -> Keys:
    reasons = finding["missing"]
    if not reasons:
        return {}
    keys = {
        f"missing:{name}": into.add(subject, f"missing:{name}", filters, number) for name, number in reasons.items()
    }
    into.adds_up(into.add(subject, "missing", filters, sum(reasons.values())), *keys.values())
    return keys


def _closed_item(finding: Data, into: Collected, subject: str, filters: Filters, n: str) -> Keys:
    """Where several answers may be given, whoever did not give one is the rest of the group."""
    counts = {code: share["count"] for code, share in finding["result"]["choices"].items()}
    keys = {f"choice:{code}": into.add(subject, f"choice:{code}", filters, count) for code, count in counts.items()}
    if sum(counts.values()) == finding["n"]:
        into.adds_up(n, *keys.values())
    else:
        for code, count in counts.items():
            rest = into.add(subject, f"not:{code}", filters, finding["n"] - count)
            into.adds_up(n, keys[f"choice:{code}"], rest)
    if top := finding["result"]["top_two"]:
        keys["top_two"] = into.add(subject, "top_two", filters, top["count"])
        into.adds_up(keys["top_two"], *(keys[f"choice:{code}"] for code in top_codes(counts, top["count"])))
        rest = into.add(subject, "not:top_two", filters, finding["n"] - top["count"])
        into.adds_up(n, keys["top_two"], rest)
    return keys


def top_codes(counts: Mapping[str, int], together: int) -> list[str]:
    """The two highest answers stand last; where the scale runs down they stand first."""
    codes = list(counts)
    return next(
        (pair for pair in (codes[-2:], codes[:2]) if sum(map(counts.__getitem__, pair)) == together), codes[-2:]
    )


def ranks_of(finding: Data) -> Any:
    """Where a finding tells who rose and who fell: in its result, or beside it."""
    for part in (finding["result"], finding["beside"].get("ranks")):
        if isinstance(part, Mapping) and part.get("result") == "signed_ranks":
            return part
    return None


def _signed_ranks(ranks: Data, into: Collected, subject: str, filters: Filters, n: str) -> Keys:
    names = ("higher", "same", "lower")
    keys = {name: into.add(subject, name, filters, ranks[name]) for name in names}
    into.adds_up(n, *keys.values())
    return keys


def _paired_yes_no(finding: Data, into: Collected, subject: str, filters: Filters, n: str) -> Keys:
    result, names = finding["result"], ("both_yes", "only_before", "only_after", "neither")
    keys = {name: into.add(subject, name, filters, result[name]) for name in names}
    into.adds_up(n, *keys.values())
    for side, (first, second) in {"share_before": names[:2], "share_after": (names[0], names[2])}.items():
        keys[side] = into.add(subject, side, filters, result[first] + result[second])
        rest = into.add(subject, f"not:{side}", filters, finding["n"] - result[first] - result[second])
        into.adds_up(keys[side], keys[first], keys[second])
        into.adds_up(n, keys[side], rest)
    return keys


def _crosstab(finding: Data, into: Collected, subject: str, filters: Filters, n: str) -> Keys:
    """A table by country tells the same as the breakdown by country, and shares its cells."""
    result, other = finding["result"], finding["other"]
    joined = subject if other in FACTS else f"{subject}×{other}"
    keys: Keys = {}
    for row, counts in zip(result["rows"], result["counts"], strict=True):
        for column, count in zip(result["columns"], counts, strict=True):
            there = filters | {(other, column)}
            keys[f"cell:{row}:{column}"] = into.add(joined, f"choice:{row}", there, count)
        whole = into.add(joined, f"choice:{row}", filters, sum(counts))
        into.adds_up(whole, *(keys[f"cell:{row}:{column}"] for column in result["columns"]))
    for place, column in enumerate(result["columns"]):
        count = sum(counts[place] for counts in result["counts"])
        whole = into.add(joined, "n", filters | {(other, column)}, count)
        into.adds_up(whole, *(keys[f"cell:{row}:{column}"] for row in result["rows"]))
    return keys


COUNTERS: Mapping[str, Callable[[Data, Collected, str, Filters, str], Keys]] = {
    "closed_item": _closed_item,
    "paired_yes_no": _paired_yes_no,
    "crosstab": _crosstab,
}
