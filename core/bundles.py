"""Stylesheets and scripts are written as many small files and served as one file per bundle.

`static/css/bundles.toml` and `static/js/bundles.toml` name the parts. The finder below joins them when
`collectstatic` or the development server asks, so there is no build step and no import chain.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def joined(folder: Path, parts: list[str]) -> str:
    """The text of a bundle. A script part keeps its names to itself; a style part loses its comments."""
    texts = [path.read_text() for part in parts for path in sorted(folder.glob(part))]
    if folder.name == "js":
        return "".join(f"{{\n{text}}}\n" for text in texts)
    return "".join(_COMMENT.sub("", text) for text in texts)


def bundles(root: Path) -> dict[str, str]:
    """Every bundle below a static folder: its path there and its text."""
    found = {}
    for listing in sorted(root.glob("*/bundles.toml")):
        folder = listing.parent
        for name, parts in tomllib.loads(listing.read_text()).items():
            found[f"{folder.name}/{name}.{folder.name}"] = joined(folder, parts)
    return found


class BundleFinder(BaseFinder):
    """Finds `css/NAME.css` and `js/NAME.js` of the bundle lists, joined in a folder of generated files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roots = [Path(folder) for folder in settings.STATICFILES_DIRS]
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "bundles")

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def write(self) -> list[str]:
        """Bring the joined files up to date and name them."""
        names = []
        for root in self.roots:
            for name, text in bundles(root).items():
                target = Path(self.storage.path(name))
                if not target.exists() or target.read_text() != text:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_text(text)
                names.append(name)
        return names

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if not path.endswith((".css", ".js")) or path not in self.write():
            return []
        found = self.storage.path(path)
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in self.write():
            yield name, self.storage
