"""Conditions and calculations of a questionnaire: read, checked, evaluated and told in words."""

from impact_study.rules.logic.checking import logic_problems
from impact_study.rules.logic.evaluating import evaluate, truth
from impact_study.rules.logic.words import in_words

__all__ = ["evaluate", "in_words", "logic_problems", "truth"]
