"""The item bank: what the six groups can be asked, with the codes of the frameworks an item speaks to."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from impact_study.enums import WaveKind
from network.enums import RespondentGroup

DATA = Path(__file__).parents[1] / "data"
GROUPS = {
    "STU": RespondentGroup.STUDENT,
    "ENT": RespondentGroup.ENTERPRISE,
    "TRN": RespondentGroup.TRAINER,
    "TEA": RespondentGroup.TEACHER,
    "DIR": RespondentGroup.DIRECTOR,
    "PUB": RespondentGroup.PUBLIC_BODY,
}
WAVES = {
    "pre_post": (WaveKind.PRE, WaveKind.POST, WaveKind.RETRO_PRE),
    "pre": (WaveKind.PRE,),
    "post": (WaveKind.POST,),
    "follow": (WaveKind.FOLLOW_UP,),
    "yearly": (WaveKind.YEARLY,),
}
STATEMENTS = ("agree5", "conf5")


@dataclass(frozen=True)
class BankItem:
    """One item: `efqea`, `eqavet` and `kirkpatrick` are codes such as E02, Q06 and L2."""

    code: str
    group: RespondentGroup
    module: str
    construct: str
    waves: tuple[WaveKind, ...]
    scale: str
    reversed: bool
    texts: Mapping[str, str]
    efqea: tuple[str, ...]
    eqavet: tuple[str, ...]
    kirkpatrick: str
    show_if: str

    @property
    def question_code(self) -> str:
        return slug(self.code)

    @property
    def concept(self) -> str:
        return f"{self.code[:3].lower()}_{slug(self.construct)}"

    @property
    def tags(self) -> tuple[str, ...]:
        return (*self.efqea, *self.eqavet, *filter(None, [self.kirkpatrick]))


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


@cache
def bank() -> tuple[BankItem, ...]:
    """All 115 items. The Spanish texts are drafts that no native speaker has reviewed."""
    spanish = {row["code"]: row["text_es"] for row in read("item_bank_es.csv")}
    return tuple(_item(row, spanish[row["code"]]) for row in read("item_bank.csv"))


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _item(row: Mapping[str, str], spanish: str) -> BankItem:
    closed = row["scale"] in ("single", "multi", "number")
    return BankItem(
        code=row["code"],
        group=GROUPS[row["group"]],
        module=slug(row["module"]),
        construct=row["construct"],
        waves=WAVES[row["wave"]],
        scale=row["scale"],
        reversed=row["reverse"] == "1",
        texts={"en": row["text_en"].partition(" (")[0] if closed else row["text_en"], "es": spanish},
        efqea=_codes(row["efqea"]),
        eqavet=_codes(row["eqavet"]),
        kirkpatrick=row["kirkpatrick"],
        show_if=row["show_if"],
    )


def _codes(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(",")))
