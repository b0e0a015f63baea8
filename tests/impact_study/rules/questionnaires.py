"""Small questionnaires for tests of the rules."""

from impact_study.rules.definition import read_definition

AGREE = {
    "code": "agree",
    "choices": [
        {"code": "1", "text": "list.agree.1", "value": 1},
        {"code": "2", "text": "list.agree.2", "value": 2},
        {"code": "na", "text": "list.agree.na", "missing": "not_applicable"},
    ],
}
COLOURS = {
    "code": "colours",
    "choices": [
        {"code": "red", "text": "list.colours.red"},
        {"code": "blue", "text": "list.colours.blue"},
        {"code": "none", "text": "list.colours.none", "exclusive": True},
        {"code": "other", "text": "list.colours.other"},
    ],
}


def question(code, kind, **more):
    return {"kind": "question", "code": code, "type": kind, "text": f"q.{code}", **more}


def page(code, *items, **more):
    return {"code": code, "title": f"page.{code}", "items": list(items), **more}


def document(*pages, lists=(AGREE, COLOURS), scales=()):
    return {
        "format": 1,
        "meta": {"code": "sample", "base_language": "en", "languages": ["en", "es"], "title": "meta.title"},
        "choice_lists": list(lists),
        "scales": list(scales),
        "pages": list(pages),
    }


def definition(*pages, **more):
    return read_definition(document(*pages, **more))


def one_question(kind, **more):
    return definition(page("only", question("asked", kind, **more)))
