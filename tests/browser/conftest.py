"""Real Chromium: launched as the machine has it, with staff or anybody signed in, and every fault written down."""

import shutil
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser_type_launch_args():
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    return {"executable_path": CHROMIUM, "args": [*QUIET, "--disable-component-update", "--disable-sync"]}


@pytest.fixture
def faults(page):
    """What the browser complained of: refused by the content policy, failed scripts, missing files."""
    told = []
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
    return told


def session_cookie(user, url):
    """The cookie of a new session of the user, whose password counts as typed for the next day."""
    at = time.time() + 24 * 3600
    session = SessionStore()
    session[SESSION_KEY] = session["account_authentication_methods_user"] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "password", "at": at, "reauthenticated": True}]
    session.create()
    return {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": url}


@pytest.fixture
def sign_in(context, live_server):
    """Put a user's session into the browser, without the detour over the form."""
    return lambda user: context.add_cookies([session_cookie(user, live_server.url)])


@pytest.fixture
def barriers(page):
    """What axe finds on the page that is open, and whether it scrolls sideways."""

    def found():
        # Through the debugger, because the content policy refuses a script put into the page.
        page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": AXE.read_text()})
        result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        hits = [f"{hit['id']}: {node['html'][:200]}" for hit in result["violations"] for node in hit["nodes"]]
        root = "document.documentElement"
        wide = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
        return hits + ([f"scrolls sideways by {wide} px"] if wide else [])

    return found
