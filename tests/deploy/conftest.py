import os

import pytest
from whitenoise.compress import Compressor

from tests.deploy.front import NGINX, Front, running_gunicorn, running_nginx

STYLE = "main { color: black }\n" * 200


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Static files with their compressed twins, and a private file."""
    folder = tmp_path_factory.mktemp("deploy")
    (folder / "static").mkdir()
    style = folder / "static" / "app.0123456789ab.css"
    style.write_text(STYLE)
    Compressor(quiet=True).compress(str(style))
    evidence = folder / "media" / "evidence"
    evidence.mkdir(parents=True)
    (evidence / "lista de alumnos.csv").write_text("name;hours\nAna;3\n")
    return folder


@pytest.fixture(scope="session")
def web(folder):
    with running_gunicorn(folder) as port:
        web = Front(port, folder)
        # Its first answer may take longer than nginx waits.
        assert web.ask("/healthz/").status == 200
        yield web


@pytest.fixture(scope="session")
def front(folder, web):
    if NGINX is None:
        if os.environ.get("CI"):
            pytest.fail("CI has to have nginx")
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    with running_nginx(folder, web_port=web.port) as port:
        yield Front(port, folder)
