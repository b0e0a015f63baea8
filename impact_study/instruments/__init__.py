"""The item bank and the questionnaires built from it."""

from impact_study.instruments.bank import BankItem, bank
from impact_study.instruments.building import BuiltInstrument, build_instrument
from impact_study.instruments.indices import INDICES, Index

__all__ = ["INDICES", "BankItem", "BuiltInstrument", "Index", "bank", "build_instrument"]
