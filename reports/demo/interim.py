"""The interim report of QQVET as invented partners might write it: most is accepted, something is returned."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from network.models import Period
from reports.demo.texts import ACTIVITIES, DIFFICULTIES, IMPLEMENTATION, INVENTED, SUMMARY
from reports.models import Contribution, Report, ReportTemplate
from reports.services.beginning import begin_report
from reports.services.comments import add_comment
from reports.services.contributions import (
    accept_contribution,
    return_contribution,
    save_contribution,
    submit_contribution,
)
from reports.services.templates import put_standards_in_place
from reports.standard import PROGRESS_REPORT


def begin_interim_report() -> None:
    coordinator = User.objects.get(email="coordinator@example.org")
    put_standards_in_place()
    report = begin_report(
        period=Period.objects.get(project__code="qqvet", name="Interim report"),
        template=ReportTemplate.objects.newest().get(code=PROGRESS_REPORT.code),
        language="en",
        due_on=date(2018, 9, 16),
        by=coordinator,
    )
    for code, texts in (("partner-activities", ACTIVITIES), ("partner-difficulties", DIFFICULTIES)):
        for country, text in texts.items():
            hand_in(report, code, text, country=country, by=coordinator)
    hand_in(report, "implementation", IMPLEMENTATION, by=coordinator)
    summary = find(report, "summary")
    save_contribution(contribution=summary, text=f"{INVENTED} {SUMMARY}", version=summary.version, by=coordinator)
    belgian = find(report, "partner-difficulties", "BE")
    return_contribution(contribution=belgian, reason="What did you do about it, and is it solved?", by=coordinator)
    add_comment(section=summary.section, text="Add one sentence on the longer-term benefits.", by=coordinator)


def find(report: Report, code: str, country: str = "") -> Contribution:
    texts = Contribution.objects.filter(section__report=report, section__outline__code=code)
    return texts.get(partner__organisation__country=country) if country else texts.get(partner__isnull=True)


def hand_in(report: Report, code: str, text: str, *, country: str = "", by: User) -> None:
    """Write, hand in, and accept what partners wrote; each text says that it is invented."""
    contribution = find(report, code, country)
    saved = save_contribution(contribution=contribution, text=f"{INVENTED} {text}", version=contribution.version, by=by)
    submit_contribution(contribution=saved, by=by)
    if country:
        saved.refresh_from_db()
        accept_contribution(contribution=saved, by=by)
