from __future__ import annotations

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

POSTED = {
    "name": "Ana Invented", "email": "ana@example.org", "organisation_name": "Invented School", "country": "ES",
    "key": "k1",
}  # fmt: skip


@pytest.fixture
def posted():
    return dict(POSTED)


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        place = {"/moved": "/there", "/loop": "/loop"}.get(self.path)
        known = {"/there": 200, "/refused": 403, "/educaci%C3%B3n?a=%C3%B1": 200}
        self.send_response(302 if place else known.get(self.path, 404))
        if place:
            self.send_header("Location", place)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    server = HTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
