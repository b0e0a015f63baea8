"""Take the tutorial's pictures anew: walks the story of the browser test on a running, fresh demo.

make demo                                   # in one terminal, with an empty var/
.venv/bin/python -m docs.tutorial.screenshots http://127.0.0.1:8000
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from accounts.demo import DEMO_PASSWORD
from network.demo.papers import signed_list
from tests.browser.story import OCCASION, Story

PICTURES = Path(__file__).parent
SHEETS = PICTURES.parent.parent / "tests" / "samples"
FINAL_PERIOD = 2


def main(base: str) -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 760})

        def sign_in(email: str) -> None:
            page.context.clear_cookies()
            page.goto(f"{base}/en/accounts/login/")
            page.fill("input[name=login]", email)
            page.fill("input[name=password]", DEMO_PASSWORD)
            page.click("main button[type=submit]")
            page.wait_for_load_state()

        paper = Path(folder) / "signed-list.pdf"
        paper.write_bytes(signed_list(paper.name, [OCCASION, "invented signatures"]).read())
        story = Story(page, base, sign_in=sign_in, snap=lambda name: page.screenshot(path=PICTURES / f"{name}.png"))
        story.import_sheet(SHEETS / "ro_participanti.csv")
        story.prove(paper)
        story.verify()
        story.read_board()
        story.open_figure("teachers", 2)
        story.lock(FINAL_PERIOD)
        story.report("Final report")
        with page.expect_download():
            story.ask_for_pdf()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
