from __future__ import annotations

import json

from reports.rules.packing import content_hash, pack, unpack
from tests.reports.documents import document


def test_document_comes_back_from_json_as_it_was():
    packed = json.loads(json.dumps(pack(document())))
    assert pack(unpack(packed)) == packed
    assert unpack(packed).parts[1].blocks[2].rows[0][3:] == document().parts[1].blocks[2].rows[0][3:]


def test_content_hash_is_the_same_for_the_same_content_only():
    same, other = content_hash(pack(document())), content_hash(pack(document(version=2)))
    assert (content_hash(pack(document())) == same, other == same) == (True, False)
