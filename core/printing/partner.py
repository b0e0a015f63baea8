"""A second process that prints one half of a document."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import NoReturn

from core.forking import fork

logger = logging.getLogger(__name__)


@contextmanager
def partner(work: Callable[[Connection], None]) -> Iterator[Connection]:
    """Forked, because a worker may have no children of `multiprocessing` and a new one would load for a second.

    It ends with the block, whatever ended that; and when this process dies, at its next word to it.
    """
    near, far = Pipe()
    child = fork()
    if child == 0:
        near.close()
        _do(work, far)
    far.close()
    try:
        yield near
    finally:
        near.close()
        os.kill(child, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(child, 0)


def _do(work: Callable[[Connection], None], line: Connection) -> NoReturn:
    """Nothing of the parent's may run here when it is over: no transaction closed, no file flushed."""
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        work(line)
    except (EOFError, OSError):
        logger.info("Nobody waits for this half any more.")
    except BaseException:
        logger.exception("Half of a document could not be printed.")
    finally:
        os._exit(0)
