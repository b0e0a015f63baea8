from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from core.enums import JobState
from tests.factories import JobFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_jobs_are_ones_own_and_can_be_cancelled():
    user = UserFactory()
    job, other = JobFactory(actor=user, state=JobState.RUNNING, done=1, total=3), JobFactory()
    client = APIClient()
    client.force_authenticate(user)

    listed = client.get("/api/v1/jobs/").json()["results"]
    asked = client.post(f"/api/v1/jobs/{job.pk}/cancel/").json()

    assert [(row["id"], row["state"], row["done"], row["total"]) for row in listed] == [(str(job.pk), "running", 1, 3)]
    assert asked["cancel_requested_at"] is not None
    assert client.get(f"/api/v1/jobs/{other.pk}/").status_code == 404
