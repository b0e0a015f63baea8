"""Invented texts of the demo's report. They claim nothing about the real partners."""

from __future__ import annotations

INVENTED = "(Invented text of the demonstration.)"
SUMMARY = """\
The partnership brings VET providers, enterprises, social partners and public bodies of six countries together. Its \
aim is better work-based learning at all levels, and figures that show its worth.

In the first year the partners agreed on one questionnaire, held workshops with teachers and trainers, and visited \
enterprises that host learners. The first findings were shared at the second partners' meeting.\
"""
IMPLEMENTATION = """\
The work followed the plan with a delay of four months at the start. Two partners' meetings took place; the minutes \
and the lists of participants are among the evidence.

The questionnaire was written in English, tried out with a small group in each country, and translated. Every partner \
has begun to collect experiences of learners in enterprises.

Next come the first films, the second round of the survey and the first round tables on the recommendations.\
"""
ACTIVITIES = {
    "ES": "We prepared the kick-off, wrote the first draft of the questionnaire and held two workshops with teachers "
    "and enterprises of the region.",
    "RO": "Am tradus chestionarul, am ținut trei ședințe cu firmele care primesc elevi și am vizitat două școli.\n\n"
    "In English: we translated the questionnaire, met the enterprises that host learners three times and visited two "
    "schools.",
    "PT": "Organizámos uma ação de formação para tutores e duas reuniões com empresas.\n\nIn English: training for "
    "tutors and two meetings with enterprises.",
    "IT": "We spoke with the association of small enterprises and began to film the first experience in a workshop.",
    "BE": "We hosted the kick-off and introduced the project to three European networks.",
    "CZ": "Přeložili jsme dotazník a navštívili pět zaměstnavatelů, kteří přijímají žáky.\n\nIn English: we translated "
    "the questionnaire and visited five employers who take learners.",
}
DIFFICULTIES = {
    "ES": "Enterprises have little time before summer. We moved the second workshop to September.",
    "RO": "Some lists came without signatures. They were signed at the next meeting, and the old ones are superseded.",
    "BE": "We reach organisations easily and learners hardly, because we run no school.",
    "CZ": "The word for “tutor” differs between schools and enterprises. We added a short glossary.",
}
