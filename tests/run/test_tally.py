"""The sum at the end of `make test` tells the truth."""

from tests.run.__main__ import verdict
from tests.run.found import Found, Missing
from tests.run.tally import Tally

RESULT = """<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10">
<testcase><skipped message="Pango is not installed"/></testcase>
<testcase><skipped message="collection skipped">('test_pdf.py', 11, 'Skipped: Pango is not installed')</skipped></testcase>
<testcase><skipped message="gettext is not installed"/></testcase>
</testsuite></testsuites>"""


def test_errors_count_as_failures(tmp_path):
    (tmp_path / "sqlite.xml").write_text(RESULT)

    tally = Tally.read(tmp_path / "sqlite.xml")

    assert str(tally) == "4 passed, 3 failed, 3 skipped"
    assert tally.reasons == {"Pango is not installed": 2, "gettext is not installed": 1}


def test_what_passed_alone_is_named(tmp_path):
    case = '<testcase classname="tests.door" name="{}"><failure/></testcase>'
    first, second = tmp_path / "first.xml", tmp_path / "second.xml"
    first.write_text(f'<testsuite failures="2" tests="9">{case.format("cut")}{case.format("seats")}</testsuite>')
    second.write_text(f'<testsuite failures="1" tests="2">{case.format("seats")}</testsuite>')

    tally = Tally.read(first).after(Tally.read(second))

    assert tally == Tally(passed=8, failed=1, failures=("tests.door::seats",), unsteady=("tests.door::cut",))


def test_a_run_that_wrote_nothing_down_has_failed(tmp_path):
    assert Tally.read(tmp_path / "none.xml") == Tally(failed=1)


def test_the_verdict(monkeypatch):
    there, away = Found("SQLite", ""), Missing("Redis", "it is not installed")
    good, bad, empty = {"SQLite": Tally(passed=5)}, {"SQLite": Tally(passed=5, failed=1)}, {"SQLite": Tally()}

    monkeypatch.setenv("CI", "")
    at_home = [verdict([there], good), verdict([there, away], good), verdict([there], bad), verdict([there], empty)]
    monkeypatch.setenv("CI", "true")
    in_ci = [verdict([there], good), verdict([there, away], good)]

    assert (at_home, in_ci) == ([0, 0, 1, 1], [0, 1])
