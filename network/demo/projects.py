"""The two real projects, from their files."""

from __future__ import annotations

from django.conf import settings

from network.services.projects import create_project, read_project_file


def load_projects() -> None:
    for name in ("qqvet.yaml", "doallvet.yaml"):
        path = settings.BASE_DIR / "data" / "projects" / name
        create_project(read_project_file(name, path.read_bytes()), by=None)
