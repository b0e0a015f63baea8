"""Files that respondents send as answers: taken from a page, kept until the end, deleted with the answers."""

from impact_study.services.sent_files.keeping import bind, forget_sent_files, keep_file
from impact_study.services.sent_files.owning import keep_longer, owner_of
from impact_study.services.sent_files.removing import remove, remove_unanswered
from impact_study.services.sent_files.taking import SentPage, drop_others, files_of_page

__all__ = [
    "SentPage",
    "bind",
    "drop_others",
    "files_of_page",
    "forget_sent_files",
    "keep_file",
    "keep_longer",
    "owner_of",
    "remove",
    "remove_unanswered",
]
