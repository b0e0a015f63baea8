"""The only files a printed document may open. Only workers import this: WeasyPrint needs Pango and is heavy."""

from __future__ import annotations

from mimetypes import guess_type
from pathlib import Path

from django.contrib.staticfiles import finders
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

ASSET = "asset:"


class BundledAssets(URLFetcher):  # type: ignore[misc]  # the library is not typed
    """Opens our own static files by name and nothing else: no file by path, no address, no inline data."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        path = finders.find(url.removeprefix(ASSET)) if url.startswith(ASSET) else None
        if not isinstance(path, str):
            raise FatalURLFetchingError(f"Documents open only the platform's own files, not {url[:80]}")
        content_type, _encoding = guess_type(path)
        return URLFetcherResponse(url, Path(path).read_bytes(), {"Content-Type": content_type or "font/ttf"})
