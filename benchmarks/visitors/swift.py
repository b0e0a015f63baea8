"""A visitor who asks the same address many times in one breath, so that the server is what limits the rate."""

from __future__ import annotations

from typing import Any

from benchmarks.visitors.visitor import UnexpectedAnswerError, Visitor

AT_ONCE = 40
GOOD = b"HTTP/1.1 200 "
LENGTH = b"content-length:"


def swift(visitor: Visitor, told: dict[str, Any], is_impatient: bool) -> None:
    """So many requests on one connection, then all answers. nginx ends a connection after a thousand requests."""
    words = [f"GET {told['address']} HTTP/1.1", "Host: localhost"]
    if told["packing"]:
        words.append(f"Accept-Encoding: {told['packing']}")
    request = ("\r\n".join(words) + "\r\n\r\n").encode()
    visitor.line.close()
    visitor.line.connect()
    visitor.line.sock.sendall(request * AT_ONCE)
    heard = bytearray()
    while heard.count(GOOD) < AT_ONCE or not _is_whole(heard):
        said = visitor.line.sock.recv(1 << 20)
        if not said:
            raise UnexpectedAnswerError(f"{heard.count(GOOD)} good answers of {AT_ONCE}.")
        heard += said


def _is_whole(heard: bytearray) -> bool:
    """Whether the last answer is there to its end: by its length, or by the mark that ends one without."""
    head, _blank, body = heard[heard.rindex(GOOD) :].partition(b"\r\n\r\n")
    found = bytes(head).lower().partition(LENGTH)[2]
    return len(body) >= int(found.partition(b"\r")[0]) if found else body.endswith(b"0\r\n\r\n")
