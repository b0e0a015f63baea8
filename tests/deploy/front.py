"""Starts gunicorn and nginx with the files that are deployed, on ports of their own."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.run.postgresql import ROOT
from tests.run.services import free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")

AROUND = """
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Front:
    """A server to ask, with the folders behind it."""

    port: int
    folder: Path

    def ask(self, path: str, *, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=90)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body=body, headers={"Host": "localhost", **named})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@contextmanager
def running_gunicorn(folder: Path) -> Iterator[int]:
    """The platform under gunicorn's deployed settings; hands over its port."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.deploy.settings",
        "DATABASE_URL": "",
        "REDIS_URL": "",
        "SECRET_KEY": "only-for-the-tests-" + "x" * 50,
        "SITE_URL": "http://localhost",
        "DATA_DIR": str(folder / "data"),
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
        "ACCELERATED_REDIRECT": "/protected/",
        "DEMO": "true",
    }
    # The socket is ours: whoever asks before gunicorn is up waits in its queue.
    with socket.create_server(("127.0.0.1", 0)) as listener, (folder / "gunicorn.log").open("wb") as log:
        words = ["gunicorn", "--config", "deploy/gunicorn.conf.py", "--bind", f"fd://{listener.fileno()}"]
        server = subprocess.Popen(
            [sys.executable, "-m", *words, "--workers", "1", "qqvet.wsgi:application"],
            cwd=ROOT, env=environment, stderr=log, pass_fds=[listener.fileno()],
        )  # fmt: skip
        try:
            yield listener.getsockname()[1]
        finally:
            server.terminate()
            server.wait(timeout=30)


@contextmanager
def running_nginx(folder: Path, *, web_port: int) -> Iterator[int]:
    """nginx with the deployed configuration; it goes to the background once it listens."""
    port = free_port()
    values = {
        "WEB_ADDRESS": f"127.0.0.1:{web_port}",
        "LISTEN": f"127.0.0.1:{port}",
        "STATIC_DIR": str(folder / "static"),
        "MEDIA_DIR": str(folder / "media"),
        "CACHE_DIR": str(folder / "pages"),
        "ACCESS_LOG": str(folder / "access.log"),
        "PROXY_CONF": str(ROOT / "deploy" / "proxy.conf"),
    }
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    for name, value in values.items():
        assert f"${{{name}}}" in site
        site = site.replace(f"${{{name}}}", value)
    (folder / "site.conf").write_text(site)
    # The folders of a test belong to whoever runs it: nginx must not become somebody else.
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(user=user, folder=folder))
    nginx = [str(NGINX), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    subprocess.run(nginx, check=True, timeout=30)
    try:
        yield port
    finally:
        subprocess.run([*nginx, "-s", "stop"], check=True, timeout=30)
