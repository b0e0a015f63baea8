"""A published questionnaire as pages with holes, made once for each version and language."""

from impact_study.rules.compiled.sheet import Builder, Hole, Sheet
from impact_study.rules.compiled.survey import CompiledPage, CompiledSurvey, compile_survey
from impact_study.rules.compiled.texts import Texts

__all__ = ["Builder", "CompiledPage", "CompiledSurvey", "Hole", "Sheet", "Texts", "compile_survey"]
