"""The published study as plain data, made from protected results: page, PDF and API tell nothing else."""

from impact_study.rules.study_document.content import Drawing, Part, Sheet, StudyDocument, Telling, Words
from impact_study.rules.study_document.document import study_document
from impact_study.rules.study_document.material import Asked, Deviation, Material
from impact_study.rules.study_document.reading import anchor, citable, finding_sentences, main_findings
from impact_study.rules.study_document.words import method_paragraphs

__all__ = [
    "Asked",
    "Deviation",
    "Drawing",
    "Material",
    "Part",
    "Sheet",
    "StudyDocument",
    "Telling",
    "Words",
    "anchor",
    "citable",
    "finding_sentences",
    "main_findings",
    "method_paragraphs",
    "study_document",
]
