"""A study from answers to the published page and file: what is hidden stays hidden in all of them."""

import gzip
import json
import re
from io import BytesIO
from itertools import chain
from pathlib import Path
from statistics import mean
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest

from core.bundles import bundles
from core.enums import JobState
from core.jobs.running import run as run_job
from impact_study.models import Response
from tests.impact_study.published import published_study

pytestmark = pytest.mark.django_db
FIRST_VISIT = 25 * 1024


def told_of_malta(study):
    """What nobody may find anywhere: the means of three people, and what they changed by."""
    found = {}
    for kind in ("pre", "post"):
        rows = Response.objects.filter(study=study, wave__kind=kind, country="MT").order_by("pk")
        found[kind] = [mean(int(row.answers[f"skill_{item}"][1]) for item in (1, 2, 3)) for row in rows]
    assert len(found["pre"]) == 3
    figures = [*found.values(), [mean(found["post"]) - mean(found["pre"])]]
    return [f"{mean(values):.{places}f}" for values in figures for places in (2, 3)]


def words_of(pdf):
    """Text and words for pictures."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    with pikepdf.open(BytesIO(pdf)) as tagged:
        elements = [each for each in tagged.objects if isinstance(each, pikepdf.Dictionary)]
        alts = [str(each.Alt) for each in elements if "/Alt" in each]
        titled = tagged.Root.Lang, tagged.docinfo["/Title"]
    return text, alts, titled


def test_published_study_tells_nothing_of_few_people_in_page_file_drawing_package_or_api(
    client, django_assert_max_num_queries
):
    edition, staff, job = published_study(is_simulated=True)
    run_job(str(job.pk))
    job.refresh_from_db()
    edition.refresh_from_db()
    assert job.state == JobState.DONE, (job.problems, job.error_reference)

    code, study = edition.study.project.code, edition.study.code
    pages = []
    for path in (f"/en/p/{code}/study/{study}/", f"/en/p/{code}/study/{study}/1/"):
        with django_assert_max_num_queries(6):
            answer = client.get(path)
        assert (answer.status_code, dict(answer.cookies)) == (200, {})
        assert answer["Cache-Control"].startswith("public")
        pages.append(answer.content.decode())
    assert "The answers of this study are simulated." in pages[0]
    assert 'id="change_student.skill"' in pages[1]
    assert client.get(f"/en/p/{code}/").content.decode().count(f"/p/{code}/study/{study}/") == 1

    pdf = edition.document.read()
    text, alts, (language, title) = words_of(pdf)
    assert (str(language), str(title).startswith("What work-based learning changes")) == ("en", True)
    assert "Malta" in text
    assert "fewer than 5 people" in text
    assert any("rose clearly" in alt for alt in alts)
    assert f"Page 1 of {len(pikepdf.open(BytesIO(pdf)).pages)}" not in text  # the cover has no number

    drawings = [
        client.get(f"/en/p/{code}/study/{study}/1/{each['key']}.svg").content.decode()
        for each in edition.page["charts"]
    ]
    client.force_login(staff)
    answers = [client.get(f"/api/v1/{name}/").content.decode() for name in ("published-studies", "findings")]
    with ZipFile(BytesIO(edition.package.read())) as archive:
        packed = {name.rpartition("/")[2]: archive.read(name).decode() for name in archive.namelist()}
    names = ["LICENCE.txt", "README.txt", "SHA256SUMS", "codebook.json", "method.txt", "plan.json", "results.json"]
    assert sorted(packed) == names
    assert "Tests are two-sided at 5%" in packed["method.txt"]
    assert json.loads(answers[1])["results"][0]["figure"]["run"] == 1
    assert drawings

    everything = "\n".join(
        chain(pages, [text], alts, drawings, answers, [packed["results.json"], packed["method.txt"]])
    )
    found = [
        each for each in told_of_malta(edition.study) if re.search(rf"(?<![\d.]){re.escape(each)}(?!\d)", everything)
    ]
    assert found == []

    texts = bundles(Path("static"))
    for page in pages:
        parts = [page.encode(), texts["css/public.css"].encode(), texts["js/house.js"].encode()]
        assert sum(len(gzip.compress(part)) for part in parts) <= FIRST_VISIT
