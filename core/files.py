"""Protected files on their way out: as attachments, by the front server where it can."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

SANDBOX = "default-src 'none'; sandbox"


def file_response(file: FieldFile, *, name: str, content_type: str) -> HttpResponse | FileResponse:
    """Send a stored file as a download. Ask for the permission before calling this."""
    if settings.ACCELERATED_REDIRECT and isinstance(file.storage, FileSystemStorage):
        response: HttpResponse | FileResponse = HttpResponse(content_type=content_type)
        response["X-Accel-Redirect"] = f"{settings.ACCELERATED_REDIRECT.rstrip('/')}/{file.name}"
    else:
        response = FileResponse(file.open("rb"), content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
