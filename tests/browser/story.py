"""The main job as a person does it in the browser: from a messy sheet to the report.

The browser test walks it, and `docs/tutorial/screenshots.py` takes its pictures on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

OCCASION = "Atelier pentru tutori de practică 10"
SEEN_BY = {"partner": "manager.ro@example.org", "verifier": "verifier@example.org", "chief": "coordinator@example.org"}


class Story:
    """Each step is what one person does; `snap` is called with a name when the page is worth a look."""

    def __init__(self, page: Page, base: str, *, sign_in: Callable[[str], None], snap: Callable[[str], None]) -> None:
        self.page, self.base, self.sign_in, self.snap = page, base, sign_in, snap
        page.on("dialog", lambda dialog: dialog.accept())

    def open(self, path: str) -> None:
        self.page.goto(f"{self.base}/en/projects/qqvet/{path}")

    def press(self, selector: str) -> None:
        self.page.click(selector)
        self.page.wait_for_load_state()

    def import_sheet(self, sheet: Path) -> None:
        self.sign_in(SEEN_BY["partner"])
        self.open("imports/new/")
        self.page.select_option("select[name=kind]", "attendance")
        self.page.set_input_files("input[type=file]", sheet)
        self.page.fill("input[name=occasion_title]", OCCASION)
        self.page.fill("input[name=occasion_day]", "2018-12-15")
        self.snap("01-file")
        self.press("main form button.primary")
        self.snap("02-columns")
        self.press("main form button.primary")
        self.snap("03-preview")
        self.press("main form button.primary")
        self.page.click("text=On to the matches")
        self.page.wait_for_load_state()
        self.page.check("input[name=all][value=same]")
        self.snap("04-matches")
        self.press("main form button.primary")
        self.page.click("text=On to the last step")
        self.page.wait_for_load_state()
        self.press("main form button.primary")
        self.snap("05-imported")
        self.address = self.page.url

    def prove(self, paper: Path) -> None:
        self.page.goto(self.address)
        self.page.click(f"main a:has-text('{OCCASION}')")
        self.page.wait_for_load_state()
        self.page.set_input_files("input[name=file]", paper)
        self.page.select_option("select[name=kind]", "signed_list")
        self.press("button:has-text('Attach to the list')")
        self.snap("06-evidence")

    def verify(self) -> None:
        self.sign_in(SEEN_BY["verifier"])
        self.open("participations/?state=submitted")
        self.page.check("input[name=all]")
        self.snap("07-records")
        self.press("button[value=verify]")

    def reached(self, category: str, partner: int) -> int:
        """The figure as the board shows it."""
        self.open("board/")
        return int(self.page.inner_text(f"a.figure[href*='/{category}/{partner}/'] strong"))

    def read_board(self) -> None:
        self.open("board/")
        self.snap("08-board")

    def open_figure(self, category: str, partner: int) -> str:
        self.open(f"board/{category}/{partner}/")
        self.snap("09-figure")
        return self.page.inner_text("main")

    def lock(self, period: int) -> None:
        self.sign_in(SEEN_BY["chief"])
        self.open(f"periods/{period}/")
        self.press("form[action*='/lock/'] button")
        self.snap("10-locked")

    def report(self, period: str) -> None:
        self.open("reports/new/")
        self.page.select_option("select[name=period]", label=period)
        self.press("main form button.primary")
        self.snap("11-report")

    def ask_for_pdf(self) -> None:
        """Have the PDF made, wait for it and press its link."""
        self.page.click("main .page-head a:has-text('Files')")
        self.page.wait_for_load_state()
        self.press("main form button.primary")
        self.page.wait_for_selector("text=Open the result", timeout=150_000)
        self.snap("12-job")
        self.page.click("text=Open the result")
