"""What respondents send: page by page, and once and for all at the end."""

from impact_study.services.responses.finishing import Finished, finish_response, settled_answers
from impact_study.services.responses.marks import is_sent, submission_hash, withdrawal_code, withdrawal_hash
from impact_study.services.responses.pages import Step, place_of, submit_page, take_page
from impact_study.services.responses.rows import counted_place
from impact_study.services.responses.screening import is_screened_out
from impact_study.services.responses.withdrawing import withdraw_response

__all__ = [
    "Finished",
    "Step",
    "counted_place",
    "finish_response",
    "is_screened_out",
    "is_sent",
    "place_of",
    "settled_answers",
    "submission_hash",
    "submit_page",
    "take_page",
    "withdraw_response",
    "withdrawal_code",
    "withdrawal_hash",
]
