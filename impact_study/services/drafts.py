"""Answers that somebody asked to keep: found again by a code shown once, or by the personal link."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.utils import timezone

from impact_study.models import Draft
from impact_study.rules.codes import LETTERS, plain_code, printed
from impact_study.services.courses import LONGEST, Course
from impact_study.services.sent_files.owning import keep_longer

LETTERS_OF_A_CODE = 12
AFTER_THE_WAVE = timedelta(days=14)


def new_resume_code() -> str:
    return printed("".join(secrets.choice(LETTERS) for _ in range(LETTERS_OF_A_CODE)))


def hash_of(purpose: str, text: str) -> str:
    """Another hash for each purpose, so that a kept one leads nowhere else."""
    return sha256(f"impact_study:{purpose}:{text}".encode()).hexdigest()


def resume_key(code: str) -> str:
    return hash_of("resume", plain_code(code))


def invitation_key(token: str) -> str:
    return hash_of("draft", token)


def keep(course: Course, *, key: str, language: str, at: datetime) -> None:
    """Write the draft, or write it anew. The key is a hash; the code it is made from is kept nowhere."""
    course.draft = key
    keep_longer(course, until=at + LONGEST)
    rest = ("mark", "invitation", "draft", "began", "opened", "furthest", "asked")
    Draft.objects.update_or_create(
        token_hash=key,
        defaults={
            "channel_id": course.channel, "version_id": course.version, "language": language, "page": course.page,
            "pseudonym": course.pseudonym, "answers": course.answers, "missing": course.missing,
            "course": {name: getattr(course, name) for name in rest}, "expires_at": at + LONGEST,
        },
    )  # fmt: skip


def kept_course(key: str, *, channel: int, at: datetime) -> Course | None:
    """The course of a draft that has not expired."""
    draft = Draft.objects.filter(token_hash=key, channel=channel, expires_at__gt=at).first()
    if draft is None:
        return None
    return Course(
        channel=draft.channel_id, version=draft.version_id, page=draft.page, pseudonym=draft.pseudonym,
        answers=draft.answers, missing=draft.missing, **draft.course,
    )  # fmt: skip


def forget(key: str) -> None:
    Draft.objects.filter(token_hash=key).delete()


def forget_expired() -> int:
    """Drafts that nobody came back to, and those of waves that ended a while ago."""
    now = timezone.now()
    late = Draft.objects.filter(expires_at__lte=now)
    ended = Draft.objects.filter(channel__wave__closes_at__lt=now - AFTER_THE_WAVE)
    return late.delete()[0] + ended.delete()[0]
