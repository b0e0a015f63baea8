import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_style_guide_shows_every_component_to_staff(client):
    client.force_login(UserFactory(is_staff=True), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("core:style_guide"))
    used = {template.name for template in page.templates}
    assert used >= {f"components/{name}.html" for name in ("card", "table", "quota_bar", "dialog", "steps", "empty")}


@pytest.mark.parametrize(("signed_in", "status"), [(False, 302), (True, 403)])
def test_style_guide_is_for_staff_only(client, signed_in, status):
    if signed_in:
        client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("core:style_guide")).status_code == status
