from impact_study.models.analysis import AnalysisPlan, AnalysisRun, Finding, Publication, RawDownload, StudySnapshot
from impact_study.models.instrument import Instrument, InstrumentVersion, QuestionRow, Translation
from impact_study.models.invitation import CodeBatch, SurveyInvitation
from impact_study.models.response import (
    ConsentRecord,
    Draft,
    Participant,
    Response,
    ResponseDelta,
    ResponseTally,
)
from impact_study.models.sent_file import SentFile
from impact_study.models.study import Study
from impact_study.models.wave import Channel, Wave, WaveTarget

__all__ = [
    "AnalysisPlan",
    "AnalysisRun",
    "Channel",
    "CodeBatch",
    "ConsentRecord",
    "Draft",
    "Finding",
    "Instrument",
    "InstrumentVersion",
    "Participant",
    "Publication",
    "QuestionRow",
    "RawDownload",
    "Response",
    "ResponseDelta",
    "ResponseTally",
    "SentFile",
    "Study",
    "StudySnapshot",
    "SurveyInvitation",
    "Translation",
    "Wave",
    "WaveTarget",
]
