"""The library of questionnaires, searched; and questionnaires begun from the item library."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from accounts.models import User
from impact_study.enums import WaveKind
from impact_study.instruments import BankItem, bank, build_instrument
from impact_study.models import Instrument, InstrumentVersion, QuestionRow, Translation
from impact_study.rules.editing import narrowed, plain_code, with_meta
from impact_study.services.instruments import create_instrument
from network.enums import RespondentGroup
from network.models import Project
from network.scope import Asker


def library_rows(project: Project, user: Asker, asked: Mapping[str, str]) -> QuerySet[Instrument]:
    """The questionnaires of a project that hold what is asked for, in words, codes or concepts."""
    rows = Instrument.objects.visible_to(user).in_project(project).select_related("project")
    if asked.get("group"):
        rows = rows.filter(group=asked["group"])
    questions = QuestionRow.objects.filter(version__instrument=OuterRef("pk"))
    versions = InstrumentVersion.objects.filter(instrument=OuterRef("pk"))
    if asked.get("kind"):
        rows = rows.filter(Exists(questions.filter(kind=asked["kind"])))
    if asked.get("state"):
        rows = rows.filter(Exists(versions.filter(state=asked["state"])))
    if words := asked.get("q", "").strip():
        named = Q(code__icontains=words) | Q(title__icontains=words)
        inside = Exists(questions.filter(Q(code__icontains=words) | Q(concept__icontains=words)))
        said = Exists(Translation.objects.filter(version__instrument=OuterRef("pk"), text__icontains=words))
        rows = rows.filter(named | inside | said)
    drafts = Count("versions", filter=Q(versions__state="draft"))
    published = Max("versions__number", filter=Q(versions__state="published"))
    return rows.annotate(drafts=drafts, published=published, newest=Max("versions__number")).order_by("group", "code")


def library_items(group: str, wave: str) -> list[tuple[str, list[BankItem]]]:
    """The items of the library for a group and a wave, by module."""
    found: dict[str, list[BankItem]] = {}
    for item in bank():
        if item.group == group and wave in item.waves:
            found.setdefault(item.module, []).append(item)
    return list(found.items())


@transaction.atomic
def begin_from_library(
    *, project: Project, facts: Mapping[str, object], wave: str, chosen: Collection[str], by: User
) -> InstrumentVersion:
    """A questionnaire with the chosen items of the library and its filter questions. Raises ProblemsFound."""
    group = RespondentGroup(str(facts["group"]))
    built = build_instrument(group, WaveKind(wave))
    left_out = {item.question_code for item in bank() if item.group == group and item.code not in chosen}
    asked = {question.code for question in built.definition.questions}
    wanted = {code for code in asked if not any(_is_of(code, item) for item in left_out)}
    document = narrowed(built.definition.as_data(), wanted)
    code = str(facts["code"])
    return create_instrument(
        project=project, code=code, title=facts["title"], group=group, by=by,  # type: ignore[arg-type]
        document=with_meta(document, {"code": plain_code(code)}),
        texts=built.texts,
    )  # fmt: skip


def _is_of(code: str, item: str) -> bool:
    """Whether a question was made from an item: the item itself, a part of it, or it asked about today."""
    return code == item or code.startswith(f"{item}_")
