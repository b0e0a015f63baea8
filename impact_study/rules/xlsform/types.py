"""Which of XLSForm's types we know, and what is said of the others."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from impact_study.enums import QuestionType

TYPES = {
    "text": QuestionType.TEXT,
    "integer": QuestionType.INTEGER,
    "decimal": QuestionType.NUMBER,
    "range": QuestionType.RATING,
    "select one": QuestionType.SINGLE,
    "select all that apply": QuestionType.MULTIPLE,
    "rank": QuestionType.RANKING,
    "date": QuestionType.DATE,
    "time": QuestionType.TIME,
    "calculate": QuestionType.COMPUTED,
    "acknowledge": QuestionType.CONSENT,
    "trigger": QuestionType.CONSENT,
    "photo": QuestionType.FILE,
    "image": QuestionType.FILE,
    "file": QuestionType.FILE,
}
WITH_LOOKS = {
    ("text", "multiline"): QuestionType.LONG_TEXT,
    ("date", "month-year"): QuestionType.MONTH,
}
PLACES: str | Promise = _("places on a map are not asked for here")
WATCHING: str | Promise = _("nothing is recorded about how and where somebody answers")
NOT_KNOWN: dict[str, str | Promise] = {
    **dict.fromkeys(("geopoint", "geotrace", "geoshape", "gps", "osm"), PLACES),
    **dict.fromkeys(("start", "end", "deviceid", "username", "phonenumber", "email", "audit", "simserial"), WATCHING),
    **dict.fromkeys(("start-geopoint", "background-audio", "today", "subscriberid"), WATCHING),
    **dict.fromkeys(("audio", "video"), _("recordings are not taken here")),
    "datetime": _("a moment with date and time is not asked for here; ask for the date"),
    "repeat": _("groups that are asked several times are not known here yet"),
    "barcode": _("barcodes are not read here"),
    "hidden": _("hidden values are not kept"),
}
# Columns whose content is taken over, with or without a language behind `::`.
USED = {
    "type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "constraint message",
    "calculation", "default", "parameters", "list_name", "list name", "appearance", "form_title", "form_id",
    "default_language", "bind::relevant", "bind::required", "bind::constraint", "bind::calculate", "value", "caption",
    "id_string", "title", "set form id", "set form title", "skip logic", "relevance", "command", "tag", "version",
    "body::accept",
}  # fmt: skip


def question_type(node: dict[str, Any]) -> QuestionType | None:
    kind = str(node.get("type", ""))
    looks = str(node.get("control", {}).get("appearance", "")).split()
    for look in looks:
        if (kind, look) in WITH_LOOKS:
            return WITH_LOOKS[kind, look]
    return TYPES.get(kind)
