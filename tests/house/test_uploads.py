"""Every address that takes a file may be sent one: the web server in front lets it through."""

import inspect
import re
from pathlib import Path

from django.conf import settings

from tests.house.addresses import addresses

NGINX = Path(settings.BASE_DIR) / "deploy" / "nginx.conf"
LARGE = re.compile(r"location ~ (?P<places>\S+) \{\n\s+client_max_body_size 30m;")
ANY = re.compile(r"<[^>]+>")


def takes_files(view):
    return "request.FILES" in inspect.getsource(inspect.unwrap(view))


def test_web_server_lets_files_through_wherever_they_are_sent():
    let_through = re.compile(LARGE.search(NGINX.read_text())["places"])
    sent = {"/" + ANY.sub("x", each.route) for each in addresses() if each.is_ours and takes_files(each.view)}

    assert sent
    assert sorted(address for address in sent if not let_through.search(address)) == []
