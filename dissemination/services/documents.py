"""Papers made of events: stored once per content, handed out to who may see the names in them."""

from __future__ import annotations

from hashlib import sha256

from django.core.files.base import ContentFile

from accounts.models import User
from core import audit
from dissemination.enums import DocumentKind
from dissemination.models import Event, EventDocument
from network.models import Partner, Project


def known_document(project: Project, kind: DocumentKind, *, language: str, content_hash: str) -> EventDocument | None:
    """The paper that says the same already."""
    found = EventDocument.objects.filter(project=project, kind=kind, language=language, content_hash=content_hash)
    return found.first()


def keep_document(
    *, project: Project, kind: DocumentKind, name: str, data: bytes, language: str, content_hash: str,
    by: User | None, partner: Partner | None = None, event: Event | None = None, pages: int | None = None,
) -> EventDocument:  # fmt: skip
    """Store a paper. Raises IntegrityError when another worker stored the same content first."""
    digest = sha256(data).hexdigest()
    made = EventDocument(
        project=project, partner=partner, event=event, kind=kind, language=language, name=name, sha256=digest,
        content_hash=content_hash, pages=pages, made_by=by,
    )  # fmt: skip
    suffix = name.rpartition(".")[2]
    made.file.save(f"{digest[:32]}.{suffix}", ContentFile(data), save=False)
    made.save()
    audit.record("dissemination.document.made", target=made, by=by, kind=str(kind), sha256=digest)
    return made
