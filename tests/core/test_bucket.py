"""Files in an S3-compatible bucket, by the settings alone: asked of a server in this process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings
from moto.server import ThreadedMotoServer

PROGRAM = """
import boto3, django
from django.conf import settings
django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
options = settings.STORAGES["default"]["OPTIONS"]
keys = {"aws_access_key_id": options["access_key"], "aws_secret_access_key": options["secret_key"]}
boto3.client("s3", endpoint_url=options["endpoint_url"], region_name=options["region_name"], **keys).create_bucket(
    Bucket=options["bucket_name"]
)
first = default_storage.save("evidence/list.pdf", ContentFile(b"%PDF-1.4 one"))
second = default_storage.save("evidence/list.pdf", ContentFile(b"%PDF-1.4 two"))
print(type(default_storage).__mro__[1].__name__, first != second, default_storage.open(first).read().decode())
"""


@pytest.fixture
def bucket_server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


def test_files_lie_in_the_bucket_that_the_environment_names(bucket_server, tmp_path):
    environment = {
        **os.environ, "DATA_DIR": str(tmp_path), "SECRET_KEY": "x" * 60, "DJANGO_SETTINGS_MODULE": "qqvet.settings",
        "S3_BUCKET": "evidence", "S3_ENDPOINT": bucket_server, "S3_ACCESS_KEY": "key", "S3_SECRET_KEY": "secret",
        "S3_REGION": "us-east-1",
    }  # fmt: skip
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True
    )
    assert (ran.stdout.split(" ", 1)[-1], ran.stderr[-800:] if ran.returncode else "") == ("True %PDF-1.4 one\n", "")
