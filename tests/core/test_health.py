"""What watchers hear: one word for strangers, every part for who brings the token."""

import pytest
from django.core.files.storage import default_storage

from core import readiness

PARTS = ["database", "migrations", "broker", "storage", "disk"]


def broken():
    raise readiness.ReadinessError("the disk is nearly full")


def unreachable():
    raise ConnectionRefusedError("redis://user:password@broker:6379")


def test_the_process_lives_without_touching_anything(client):
    response = client.get("/healthz/")

    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_strangers_hear_one_word(client):
    response = client.get("/readyz/")

    assert (response.status_code, response.content) == (200, b"ready")


@pytest.mark.django_db
def test_who_brings_the_token_sees_every_part(client, settings):
    settings.READINESS_TOKEN = "a-token-of-the-watchers"

    response = client.get("/readyz/", headers={"Authorization": "Bearer a-token-of-the-watchers"})

    assert response.json() == dict.fromkeys(PARTS, "ok")


@pytest.mark.parametrize("sent", ["Bearer wrong", "Bearer ", ""])
@pytest.mark.django_db
def test_a_wrong_token_makes_a_stranger(client, settings, sent):
    settings.READINESS_TOKEN = "" if sent == "Bearer " else "a-token-of-the-watchers"

    assert client.get("/readyz/", headers={"Authorization": sent}).content == b"ready"


@pytest.mark.django_db
def test_what_is_not_usable_is_said_without_its_address(client, settings, monkeypatch):
    settings.READINESS_TOKEN = "a-token-of-the-watchers"
    monkeypatch.setitem(readiness.CHECKS, "broker", unreachable)
    monkeypatch.setitem(readiness.CHECKS, "disk", broken)

    stranger = client.get("/readyz/")
    watcher = client.get("/readyz/", headers={"Authorization": "Bearer a-token-of-the-watchers"})

    assert (stranger.status_code, stranger.content, stranger["Retry-After"]) == (503, b"not ready", "10")
    assert watcher.status_code == 503
    assert watcher.json() == {
        **dict.fromkeys(PARTS, "ok"),
        "broker": "ConnectionRefusedError",
        "disk": "the disk is nearly full",
    }


@pytest.mark.django_db
def test_looking_leaves_no_file_behind(client):
    client.get("/readyz/")

    assert default_storage.listdir("readiness")[1] == []


def test_nothing_can_be_posted(client):
    assert [client.post(path).status_code for path in ("/healthz/", "/readyz/")] == [405, 405]
