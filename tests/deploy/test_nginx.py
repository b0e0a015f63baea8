"""The deployed nginx configuration, asked over the wire."""

import json

import pytest

from tests.deploy.conftest import STYLE
from tests.deploy.front import NGINX, Front, running_nginx
from tests.run.services import free_port


def test_static_files_come_as_their_compressed_twin(front):
    answer = front.ask("/static/app.0123456789ab.css", Accept_Encoding="gzip")

    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"] == "text/css"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.body == (front.folder / "static" / "app.0123456789ab.css.gz").read_bytes()


def test_static_files_come_plain_to_who_cannot_unpack(front):
    answer = front.ask("/static/app.0123456789ab.css")

    assert (answer.headers["Content-Encoding"], answer.body.decode()) == (None, STYLE)


def test_a_public_page_is_remembered_for_strangers(front):
    first, second = front.ask("/counted/?visit=1"), front.ask("/counted/?visit=1")

    assert [first.headers["X-Cache"], second.headers["X-Cache"]] == ["MISS", "HIT"]
    assert first.body == second.body
    assert first.headers["Cache-Control"] == "public, max-age=0, s-maxage=60"


@pytest.mark.parametrize("headers", [{"Cookie": "session=1"}, {"Authorization": "Token x"}])
def test_who_is_known_never_gets_a_remembered_page(front, headers):
    address = f"/counted/?known={'-'.join(headers)}"
    remembered = front.ask(address)

    answers = [front.ask(address, **headers) for _ in range(2)]

    assert [answer.headers["X-Cache"] for answer in answers] == ["BYPASS", "BYPASS"]
    assert len({remembered.body, *(answer.body for answer in answers)}) == 3


def test_a_page_that_does_not_ask_for_it_is_not_remembered(front):
    answers = [front.ask("/new/") for _ in range(2)]

    assert [answer.headers["X-Cache"] for answer in answers] == ["MISS", "MISS"]
    assert answers[0].body != answers[1].body


def test_a_protected_file_comes_through_the_platform(front):
    answer = front.ask("/file/")

    assert (answer.status, answer.body.decode()) == (200, "name;hours\nAna;3\n")
    assert answer.headers["Content-Type"] == "text/csv"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=utf-8''lista%20%C3%B1.csv"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers.get_all("Content-Security-Policy") == ["default-src 'none'; sandbox"]
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert "X-Accel-Redirect" not in answer.headers


def test_a_protected_file_can_be_fetched_in_parts(front):
    answer = front.ask("/file/", Range="bytes=0-3")

    assert (answer.status, answer.body) == (206, b"name")


def test_nobody_reaches_the_protected_folder_directly(front):
    assert front.ask("/protected/evidence/lista%20de%20alumnos.csv").status == 404


@pytest.mark.parametrize(("path", "size", "status"), [("/new/", 3, 413), ("/en/projects/x/imports/", 31, 413)])
def test_too_large_a_body_is_refused_before_the_platform(front, path, size, status):
    answer = front.ask(path, method="POST", Content_Length=str(size * 1024 * 1024))

    assert answer.status == status


def test_an_upload_passes_where_uploads_belong(front):
    answer = front.ask("/en/projects/x/imports/new/", method="POST", body=b"x" * 3 * 1024 * 1024)

    # The platform refused it (no form, no session), not nginx.
    assert (answer.status, "X-Request-ID" in answer.headers) == (403, True)


@pytest.mark.parametrize("path", ["/new/", "/en/no-such-page/", "/file/"])
def test_no_security_header_comes_twice(front, path):
    headers = front.ask(path).headers

    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options"):
        assert len(headers.get_all(name, [])) == 1, name


def test_a_good_request_id_is_passed_on_and_another_is_replaced(front):
    good = "0123456789abcdef0123456789abcdef"

    assert front.ask("/request-id/", X_Request_ID=good).body.decode() == good
    assert len(front.ask("/request-id/", X_Request_ID="'; drop").body) == 32


def test_the_log_keeps_no_address_and_no_path(front):
    front.ask("/new/?token=hidden", X_Request_ID="feedfacefeedface")
    front.ask("/healthz/nginx/")  # nginx writes a line before it turns to the next visitor

    lines = [json.loads(line) for line in (front.folder / "access.log").read_text().splitlines()]
    line = next(line for line in lines if line["request_id"] == "feedfacefeedface")
    assert sorted(line) == ["at", "bytes", "cache", "method", "path", "request_id", "seconds", "status"]
    assert (line["path"], line["status"], "hidden" in str(lines)) == ("", 200, False)


def test_nginx_tells_that_it_lives(front):
    assert front.ask("/healthz/nginx/").status == 204


def test_a_flood_is_stopped_before_the_platform_and_reading_goes_on(folder):
    if NGINX is None:
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    (folder / "flood").mkdir()
    with running_nginx(folder / "flood", web_port=free_port()) as port:
        front = Front(port, folder)
        sent = [front.ask("/en/s/x/answer/", method="POST") for _ in range(900)]
        read = front.ask("/en/")

    stopped = [answer for answer in sent if answer.status == 429]
    assert ({answer.status for answer in sent}, {answer.status for answer in sent[:500]}) == ({429, 502}, {502})
    assert (read.status, b"wait ten seconds" in stopped[0].body, stopped[0].headers["Retry-After"]) == (502, True, "10")
    assert "default-src 'none'" in stopped[0].headers["Content-Security-Policy"]
    assert "limiting" not in (folder / "flood" / "error.log").read_text()  # that line would name the address


def test_what_nginx_says_itself_while_the_platform_is_away_is_closed_too(folder):
    if NGINX is None:
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    (folder / "away").mkdir()
    with running_nginx(folder / "away", web_port=free_port()) as port:
        answer = Front(port, folder).ask("/en/", X_Request_ID="0123456789abcdef")

    assert (answer.status, b"try again in a minute" in answer.body) == (502, True)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    told = ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cache-Control", "X-Request-ID")
    assert [answer.headers[name] for name in told] == ["nosniff", "DENY", "same-origin", "no-store", "0123456789abcdef"]
