from __future__ import annotations

import os
from multiprocessing import Pipe

import pytest

from core.printing.partner import partner


def say_and_wait(line):
    line.send(os.getpid())
    line.recv()


def cancelled(children):
    with partner(say_and_wait) as line:
        children.append(line.recv())
        raise KeyError("cancelled")


def test_partner_ends_with_the_block_whatever_ended_it():
    children = []
    with pytest.raises(KeyError, match="cancelled"):
        cancelled(children)
    with pytest.raises(ProcessLookupError):
        os.kill(children[0], 0)


def test_partner_that_fails_is_noticed():
    def fail(line):
        raise ValueError("invented")

    with partner(fail) as line, pytest.raises(EOFError):
        line.recv()


def test_partner_leaves_when_its_parent_was_killed():
    here, there = Pipe()

    def hold(line):
        here.close()
        there.send("begun")
        line.recv()

    parent = os.fork()
    if parent == 0:
        with partner(hold):
            os._exit(9)
    there.close()
    assert here.recv() == "begun"
    os.waitpid(parent, 0)
    with pytest.raises(EOFError):  # nobody is left who holds the other end
        here.recv()
