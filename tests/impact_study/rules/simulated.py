"""A simulated study with known effects: six items before and after, a scale of four, groups and countries."""

import numpy as np
import polars as pl

from impact_study.rules.plan import Scale
from impact_study.rules.variables import Choice, Variable, VariableKind

ITEMS = tuple(f"conf_{number}" for number in range(1, 7))
SCALE = Scale("confidence", ITEMS[:4], reversed_items=(ITEMS[3],))
AGREEMENT = tuple(Choice(str(value), value) for value in range(1, 6))
CODEBOOK = {code: Variable(code, VariableKind.SCALE, AGREEMENT, top=("4", "5")) for code in ITEMS} | {
    "hired": Variable("hired", VariableKind.YES_NO, (Choice("yes"), Choice("no")), yes=("yes",)),
    "form": Variable("form", VariableKind.CHOICE, (Choice("trainee"), Choice("apprentice"), Choice("shadow"))),
    "helped": Variable("helped", VariableKind.MULTIPLE, (Choice("mentor"), Choice("tasks"), Choice("nothing"))),
    "weeks": Variable("weeks", VariableKind.NUMBER),
}
COUNTRIES = ("ES", "IT", "RO")


def simulated(people: int = 300, *, effect: float = 0.8, seed: int = 7, stay: float = 0.8) -> pl.DataFrame:
    """A wave before and one after, to which four in five come back; the group "control" does not change."""
    random = np.random.default_rng(seed)
    skill = random.normal(0, 0.7, people)
    who = {
        "group": random.choice(["student", "teacher"], people),
        "country": random.choice(COUNTRIES, people),
        "partner": random.choice(["P1", "P2", "P3", "P4"], people),
        "language": random.choice(["en", "es"], people),
        "organisation": random.choice(["A", "B", "C"], people),
        "arm": random.choice(["control", "taking_part"], people),
        "code": np.array([f"K{number:06}" for number in range(people)]),
    }
    before = _wave("pre", who, skill, random)
    after = _wave("post", who, skill + effect * (who["arm"] == "taking_part"), random)
    back = random.permutation(np.flatnonzero(random.random(people) < stay))
    return pl.concat([before, after[back]])


def _wave(wave: str, who: dict, skill: np.ndarray, random: np.random.Generator) -> pl.DataFrame:
    people = len(skill)
    columns: dict = {"wave": [wave] * people, **who}
    for place, code in enumerate(ITEMS):
        drawn = np.clip(np.rint(3 + skill + random.normal(0, 0.6, people)), 1, 5)
        drawn = 6 - drawn if place == 3 else drawn
        lost = random.random(people) < 0.03
        columns[code] = pl.Series(np.where(lost, np.nan, drawn), nan_to_null=True).cast(pl.Int8)
        columns[f"{code}__missing"] = pl.Series(np.where(lost, "not_applicable", "")).replace("", None)
    columns["hired"] = np.where(random.random(people) < 0.4 + 0.1 * skill, "yes", "no")
    columns["form"] = random.choice(["trainee", "apprentice", "shadow"], people)
    columns["helped"] = [[name for name in ("mentor", "tasks") if random.random() < 0.5] for _ in range(people)]
    columns["weeks"] = random.integers(1, 30, people).astype(float)
    return pl.DataFrame(columns)
