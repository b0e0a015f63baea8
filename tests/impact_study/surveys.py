"""A questionnaire with everything that can go wrong, and a respondent who walks through it."""

import re
from html import unescape

QUESTIONNAIRE = {
    "format": 1,
    "meta": {"code": "work", "base_language": "en", "languages": ["en", "es"], "title": "title"},
    "choice_lists": [
        {
            "code": "agree",
            "choices": [
                {"code": "no", "text": "agree.no", "value": 1},
                {"code": "partly", "text": "agree.partly", "value": 2},
                {"code": "yes", "text": "agree.yes", "value": 3},
                {"code": "na", "text": "agree.na", "missing": "not_applicable"},
            ],
        },
        {
            "code": "role",
            "choices": [
                {"code": "apprentice", "text": "role.apprentice"},
                {"code": "trainee", "text": "role.trainee"},
                {"code": "none", "text": "role.none", "exclusive": True},
            ],
        },
    ],
    "scales": [{"code": "mentor", "items": ["mentor_1", "mentor_2"], "low": 1, "high": 3}],
    "pages": [
        {
            "code": "taking_part",
            "items": [{"kind": "question", "code": "agrees", "type": "consent", "text": "q.agrees", "required": "hard"}],
        },
        {
            "code": "you", "title": "page.you",
            "items": [
                {"kind": "question", "code": "role", "type": "multiple", "text": "q.role", "choices": "role",
                 "required": "soft"},
                {"kind": "question", "code": "age", "type": "integer", "text": "q.age", "low": 14, "high": 99,
                 "personal_data": True, "required": "soft"},
                {"kind": "question", "code": "school", "type": "text", "text": "q.school", "max_length": 20,
                 "relevant": ["selected", ["q", "role"], "apprentice"]},
            ],
        },
        {
            "code": "adults", "title": "page.adults", "relevant": [">=", ["q", "age"], 18],
            "items": [{"kind": "question", "code": "vote", "type": "single", "text": "q.vote", "choices": "agree"}],
        },
        {
            "code": "mentoring", "title": "page.mentoring",
            "items": [
                {"kind": "matrix", "code": "mentor", "type": "matrix_single", "text": "q.mentor", "choices": "agree",
                 "rows": [
                     {"code": "mentor_1", "text": "q.mentor_1"},
                     {"code": "mentor_2", "text": "q.mentor_2"},
                 ]},
            ],
        },
    ],
}  # fmt: skip
WORDS = {
    "title": ("Work and learning", "Trabajo y aprendizaje"), "page.you": ("About you", "Sobre usted"),
    "page.adults": ("For adults", "Para adultos"), "page.mentoring": ("Your mentor", "Su tutor"),
    "agree.no": ("No", "No"), "agree.partly": ("Partly", "En parte"), "agree.yes": ("Yes", "Sí"),
    "agree.na": ("Does not apply", "No procede"), "role.apprentice": ("Apprentice", "Aprendiz"),
    "role.trainee": ("Trainee", "Persona en prácticas"), "role.none": ("None of these", "Ninguno"),
    "q.agrees": ("Do you take part?", "¿Participa?"), "q.role": ("What are you?", "¿Qué es usted?"),
    "q.age": ("How old are you?", "¿Cuántos años tiene?"), "q.school": ("Which school?", "¿Qué escuela?"),
    "q.vote": ("Do you vote?", ""), "q.mentor": ("What do you say?", "¿Qué dice?"),
    "q.mentor_1": ("My mentor has time", "Mi tutor tiene tiempo"),
    "q.mentor_2": ("My mentor explains", "Mi tutor explica"),
}  # fmt: skip
TEXTS = {
    language: {key: pair[place] for key, pair in WORDS.items() if pair[place]}
    for place, language in enumerate(("en", "es"))
}
STATE = re.compile(r'name="_state" value="([^"]+)"')


def survey(**channel):
    """A running survey of the questionnaire; what is given goes to the channel's factory."""
    from tests.factories.impact_study import ChannelFactory

    given = {"wave__study__linkage": "none", "wave__version__definition": QUESTIONNAIRE}
    return ChannelFactory(**{**given, "wave__version__texts": TEXTS, **channel})


class Respondent:
    """Somebody with a browser that keeps nothing but the page it shows."""

    def __init__(self, client, channel, language="en"):
        self.client, self.channel = client, channel
        self.path = f"/s/{channel.slug}/"
        self.language, self.page = language, None

    def open(self, below="", **query):
        self.page = self.client.get(f"/{self.language}{self.path}{below}", query)
        return self.page

    def begin(self, **typed):
        address = f"/{self.language}{self.path}answer/"
        self.page = self.client.post(address, typed) if typed else self.client.get(address)
        return self.page

    def send(self, language=None, _go="next", **fields):
        self.language = language or self.language
        fields = {"_state": fields.pop("_state", "") or self.state, "_go": _go, **fields}
        self.page = self.client.post(f"/{self.language}{self.path}answer/", fields)
        return self.page

    @property
    def html(self):
        return self.page.content.decode()

    @property
    def state(self):
        return unescape(STATE.search(self.html)[1])

    @property
    def code(self):
        """The code that the page shows: to go on later, or to take answers back."""
        return re.search(r'class="own-code">([^<]+)<', self.html)[1]

    def walk(self, **other):
        """All the way with ordinary answers."""
        self.begin(**other.pop("typed", {}))
        self.send(agrees="yes")
        self.send(role="trainee", age="17", **other)
        return self.send(mentor_1="yes", mentor_2="no")
