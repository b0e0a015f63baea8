"""Finds Redis and Chromium for the tests that talk to the real ones."""

import os
import shutil
import socket
import subprocess
from contextlib import ExitStack
from pathlib import Path

import redis

from tests.run.found import Found, Missing

LOCAL_REDIS = "redis://127.0.0.1:6379/15"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def find_redis(stack: ExitStack) -> Found | Missing:
    """TEST_REDIS_URL, else the standard local port, else a server of our own where the program is there."""
    for address in (os.environ.get("TEST_REDIS_URL"), LOCAL_REDIS):
        if address and (version := redis_version(address)):
            return Found(f"Redis {version}", address)
    if program := shutil.which("redis-server"):
        return _own_redis(program, stack)
    return Missing("Redis", "no server answers and redis-server is not installed: apt-get install redis-server")


def redis_version(address: str) -> str:
    """The version of the server at an address, or nothing where none answers."""
    try:
        with redis.Redis.from_url(address, socket_connect_timeout=2) as client:
            return str(client.info("server")["redis_version"])
    except redis.RedisError:
        return ""


def _own_redis(program: str, stack: ExitStack) -> Found | Missing:
    address = f"redis://127.0.0.1:{free_port()}/0"
    port = address.rpartition(":")[2].partition("/")[0]
    words = [program, "--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=Path("/"))
    stack.callback(server.wait)
    stack.callback(server.terminate)
    for line in server.stdout or ():
        if "Ready to accept connections" in line:
            return Found(f"Redis {redis_version(address)}", address)
    return Missing("Redis", f"{program} does not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def find_chromium() -> Found | Missing:
    for path in (os.environ.get("CHROMIUM"), *map(shutil.which, BROWSERS)):
        if path and Path(path).exists():
            return Found(browser_version(path), path)
    return Missing("Chromium", "it is not installed: apt-get install chromium")


def browser_version(path: str) -> str:
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return " ".join(answer.stdout.split()[:2]) or path
