import pytest
from django.urls import reverse


@pytest.mark.parametrize(("sent", "kept"), [("dark", "dark"), ("light", "light"), ("system", "system")])
def test_theme_is_kept_in_the_browser_and_leads_back(client, sent, kept):
    response = client.post(reverse("core:set_theme"), {"theme": sent, "next": "/en/accounts/login/"})
    assert (response.status_code, response["Location"]) == (302, "/en/accounts/login/")
    assert response.cookies["theme"].value == kept


def test_theme_never_leads_to_another_host_nor_keeps_what_it_does_not_know(client):
    response = client.post(reverse("core:set_theme"), {"theme": "pink", "next": "https://example.org/"})
    assert response["Location"] == "/"
    assert "theme" not in response.cookies


@pytest.mark.django_db
def test_theme_of_the_cookie_stands_on_the_page(client):
    client.cookies["theme"] = "dark"
    assert 'data-theme="dark"' in client.get(reverse("account_login")).content.decode()
