"""One visitor: a connection that is kept open, forms as browsers send them, the time until each answer begins."""

from __future__ import annotations

import http.client
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from time import perf_counter
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"


class UnexpectedAnswerError(Exception):
    """Neither a page nor the way to one."""


@dataclass(frozen=True)
class Answer:
    text: str
    headers: Message


class Visitor:
    def __init__(self, port: int) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.waited: dict[str, list[float]] = defaultdict(list)

    def open(self, address: str, cookie: str = "") -> Answer:
        return self._answer("GET", address, "", {"Cookie": cookie} if cookie else {})

    def send(self, address: str, form: Mapping[str, str], cookie: str = "", *, is_impatient: bool = False) -> Answer:
        """A form. Whoever is impatient goes away before the answer, and sends the same once more."""
        headers = {"Content-Type": FORM, "Cookie": cookie}
        if is_impatient:
            self.line.request("POST", address, urlencode(form), headers)
            self.line.close()
        return self._answer("POST", address, urlencode(form), headers)

    def post(self, address: str, body: str, headers: Mapping[str, str]) -> Answer:
        """What a script sends."""
        return self._answer("POST", address, body, headers)

    def _answer(self, method: str, address: str, body: str, headers: Mapping[str, str]) -> Answer:
        """Asked once more where the server closed the connection: browsers do so, too."""
        started = perf_counter()
        try:
            found, text, began = self._asked(method, address, body, headers)
        except (http.client.RemoteDisconnected, ConnectionError):
            self.line.close()
            found, text, began = self._asked(method, address, body, headers)
        if found.status not in (200, 302):
            raise UnexpectedAnswerError(f"{method} {address}: {found.status}")
        self.waited[method].append(began - started)
        return Answer(text, found.headers)

    def _asked(
        self, method: str, address: str, body: str, headers: Mapping[str, str]
    ) -> tuple[http.client.HTTPResponse, str, float]:
        self.line.request(method, address, body or None, dict(headers))
        found = self.line.getresponse()
        began = perf_counter()
        return found, found.read().decode(), began
