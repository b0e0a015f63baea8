"""One polite question to a foreign server, never to a machine of our own network."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from django.utils.encoding import iri_to_uri

SECONDS = 10
REDIRECTS = 4
# Servers that refuse programs are there nevertheless.
ALIVE_THOUGH_REFUSED = {401, 403, 405, 429}


@dataclass(frozen=True)
class Answer:
    is_alive: bool
    words: str


def probe(url: str, *, allow_private: bool = False) -> Answer:
    """Whether an address answers. `allow_private` is for tests: else addresses of private networks are not asked."""
    for _step in range(REDIRECTS + 1):
        try:
            status, place = _ask(url, allow_private=allow_private)
        except (OSError, ValueError, http.client.HTTPException) as problem:
            return Answer(is_alive=False, words=type(problem).__name__)
        if place is None:
            return Answer(is_alive=status < 400 or status in ALIVE_THOUGH_REFUSED, words=str(status))
        url = urljoin(url, place)
    return Answer(is_alive=False, words="redirects")


def _ask(url: str, *, allow_private: bool) -> tuple[int, str | None]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(parts.scheme)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = _public_address(parts.hostname, port, allow_private=allow_private)
    connection = _connection(parts.scheme, _ascii(parts.hostname), address, port)
    try:
        target = iri_to_uri((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        connection.request("GET", target, headers={"Host": _host(parts), "Range": "bytes=0-0"})
        response = connection.getresponse()
        moved = response.status in (301, 302, 303, 307, 308)
        return response.status, response.getheader("Location") if moved else None
    finally:
        connection.close()


def _ascii(host: str) -> str:
    """As servers and certificates write it: `xn--…` for letters with accents."""
    return host.encode("idna").decode()


def _host(parts: SplitResult) -> str:
    host = _ascii(parts.hostname or "")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port is None else f"{host}:{parts.port}"


def _public_address(host: str, port: int, *, allow_private: bool) -> str:
    """The address the name stands for, looked up once and then used, so that it cannot change in between."""
    address = str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])
    if not allow_private and not ipaddress.ip_address(address).is_global:
        raise ValueError("private address")
    return address


def _connection(scheme: str, host: str, address: str, port: int) -> http.client.HTTPConnection:
    plain = http.client.HTTPConnection(host, port, timeout=SECONDS)
    plain.sock = socket.create_connection((address, port), timeout=SECONDS)
    if scheme == "https":
        plain.sock = ssl.create_default_context().wrap_socket(plain.sock, server_hostname=host)
    return plain
