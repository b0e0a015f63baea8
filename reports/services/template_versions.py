"""A coordinator changes a template: each change is a new version, and reports keep the one they were begun with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.labels import in_language
from core.problems import Problem, stop_on
from network.models import Partner, Project
from reports.enums import SectionKind, Writer
from reports.models import ReportTemplate, TemplateSection

MOST_SECTIONS = 60
LONGEST = 50_000


@dataclass(frozen=True)
class Typed:
    """A section as typed, in one language; `known` is the section it was, none for a new text."""

    known: TemplateSection | None
    title: str
    help: str = ""
    writer: str = Writer.COORDINATOR
    partner_number: int | None = None
    limit: int = 5000
    is_public: bool = False


@transaction.atomic
def change_template(
    *, template: ReportTemplate, project: Project, name: str, language: str, sections: Sequence[Typed], by: User
) -> ReportTemplate:
    """The project's next version with these sections in this order. Raises ProblemsFound."""
    stop_on(template_problems(template=template, project=project, name=name, sections=sections))
    usable = ReportTemplate.objects.filter(Q(project=project) | Q(project__isnull=True), code=template.code)
    version = (usable.aggregate(last=Max("version"))["last"] or 0) + 1
    changed = ReportTemplate.objects.create(
        project=project, code=template.code, version=version, name=with_words(template.name, language, name)
    )
    TemplateSection.objects.bulk_create(
        _section(changed, order, typed, language) for order, typed in enumerate(sections, 1)
    )
    audit.record(
        "reports.template.changed", target=changed, by=by, project=project.pk, follows=template.pk, version=version
    )
    return changed


def _section(template: ReportTemplate, order: int, typed: Typed, language: str) -> TemplateSection:
    """What is not typed stays as it was: kind, chapter, and the words in other languages."""
    known = typed.known or TemplateSection(code=f"text-{template.version}-{order}", kind=SectionKind.TEXT)
    section = TemplateSection(
        template=template, order=order, code=known.code, kind=known.kind, chapter=known.chapter,
        is_annex=known.is_annex, is_public=known.is_public, limit=typed.limit,
        title=with_words(known.title, language, typed.title), help=with_words(known.help, language, typed.help),
    )  # fmt: skip
    if section.kind == SectionKind.TEXT:
        section.writer, section.is_public = typed.writer, typed.is_public
        section.partner_number = typed.partner_number if typed.writer == Writer.ONE_PARTNER else None
    return section


def with_words(known: dict[str, str], language: str, typed: str) -> dict[str, str]:
    """A label with one language changed; words of another language left standing in a form translate nothing."""
    return known if typed == in_language(known, language) else {**known, language: typed}


def template_problems(
    *, template: ReportTemplate, project: Project, name: str, sections: Sequence[Typed]
) -> list[Problem]:
    """All that is wrong at once; a problem of a section says which by its place from 1."""
    found = []
    if not ReportTemplate.objects.newest_for(project).filter(pk=template.pk).exists():
        message = _("Somebody changed this template meanwhile.")
        found.append(Problem("stale", message, remedy=_("Open it again and repeat your change.")))
    if not name.strip():
        found.append(Problem("no_name", _("Give the template a name."), field="name"))
    if not sections:
        found.append(Problem("no_sections", _("A report needs at least one section.")))
    if len(sections) > MOST_SECTIONS:
        found.append(Problem("too_many", _("A template has at most %(most)d sections.") % {"most": MOST_SECTIONS}))
    numbers = set(Partner.objects.in_project(project).values_list("number", flat=True))
    for place, typed in enumerate(sections, 1):
        found += [Problem(code, message, field=field, row=place) for code, message, field in _wrong(typed, numbers)]
    return found


def _wrong(typed: Typed, numbers: set[int]) -> list[tuple[str, str, str]]:
    found = []
    if not typed.title.strip():
        found.append(("no_title", _("Give the section a title."), "title"))
    if typed.writer == Writer.ONE_PARTNER and typed.partner_number not in numbers:
        found.append(("no_partner", _("Say which partner writes it."), "partner_number"))
    if not 1 <= typed.limit <= LONGEST:
        message = _("Between 1 and %(most)d characters.") % {"most": LONGEST}
        found.append(("limit", message, "limit"))
    return found
