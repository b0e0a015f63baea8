"""The content policy of the editor, which shows our own preview in a frame, and of the preview that lets it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.csp import CSP

FRAMING: dict[str, Any] = {**settings.SECURE_CSP, "frame-src": [CSP.SELF]}
FRAMED: dict[str, Any] = {**settings.SECURE_CSP, "frame-ancestors": [CSP.SELF]}
