"""A wire between the browser and the server that can be cut: the browser's own switch now and then lets a request pass."""

import socket
from contextlib import suppress
from threading import Lock, Thread


class Wire:
    """Passes on what arrives at a port of its own; while it is cut every connection ends at once."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server, self._is_cut, self._open, self._lock = server, False, [], Lock()
        self._entrance = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://localhost:{self._entrance.getsockname()[1]}"
        Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        with self._lock:
            self._is_cut = True
            for end in self._open:
                _end(end)
            self._open.clear()

    def mend(self) -> None:
        with self._lock:
            self._is_cut = False

    def close(self) -> None:
        self.cut()
        _end(self._entrance)
        self._entrance.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _address = self._entrance.accept()
                self._join(near)

    def _join(self, near: socket.socket) -> None:
        with self._lock:
            if self._is_cut:
                near.close()
                return
            far = socket.create_connection(self._server)
            self._open += [near, far]
        for one, other in ((near, far), (far, near)):
            Thread(target=_pass_on, args=(one, other), daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while said := one.recv(65536):
            other.sendall(said)
    _end(other)


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
