"""Reads a plan as JSON, sends so many visitors on the same journey at once, and writes down what they met."""

from __future__ import annotations

import http.client
import json
import sys
from collections import defaultdict
from threading import Barrier, Lock, Thread
from time import monotonic
from typing import Any

from benchmarks.visitors.journeys import JOURNEYS
from benchmarks.visitors.visitor import UnexpectedAnswerError, Visitor

IMPATIENT = 7


def crowd(plan: dict[str, Any]) -> dict[str, Any]:
    """Each begins anew as soon as it is done: until the time is over, or a given number of times."""
    journey, begin, writing = JOURNEYS[plan["journey"]], Barrier(plan["clients"] + 1), Lock()
    met: dict[str, Any] = {"done": 0, "failed": [], "waited": defaultdict(list)}

    def visit() -> None:
        visitor, done, failed, number = Visitor(plan["port"]), 0, [], 0
        begin.wait()
        until = monotonic() + plan["seconds"]
        while number < plan["each"] if plan["each"] else monotonic() < until:
            number += 1
            try:
                journey(visitor, plan["told"], plan["some_are_impatient"] and number % IMPATIENT == 1)
                done += 1
            except (OSError, http.client.HTTPException, UnexpectedAnswerError) as error:
                failed.append(repr(error))
                visitor.line.close()
        visitor.line.close()
        with writing:
            met["done"] += done
            met["failed"] += failed
            for method, seconds in visitor.waited.items():
                met["waited"][method] += seconds

    threads = [Thread(target=visit) for _ in range(plan["clients"])]
    for thread in threads:
        thread.start()
    begin.wait()
    started = monotonic()
    for thread in threads:
        thread.join()
    return met | {"lasted": monotonic() - started}


if __name__ == "__main__":
    json.dump(crowd(json.load(sys.stdin)), sys.stdout)
