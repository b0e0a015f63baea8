from impact_study.models.analysis import AnalysisPlan, AnalysisRun
from impact_study.models.finding import Finding
from impact_study.models.instrument import Instrument, InstrumentVersion, QuestionRow, Translation
from impact_study.models.invitation import CodeBatch, SurveyInvitation
from impact_study.models.publication import Publication
from impact_study.models.raw_download import RawDownload
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
from impact_study.models.study_snapshot import StudySnapshot
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
