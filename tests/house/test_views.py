"""Every view of ours says in the line above it who may."""

from tests.house.addresses import addresses


def says_who_may(view):
    """By a guard; a view of the API by its own permission classes."""
    api = getattr(view, "cls", None)
    return hasattr(view, "who_may") or (api is not None and bool(api.permission_classes))


def test_every_view_says_who_may():
    silent = [address.route for address in addresses() if address.is_ours and not says_who_may(address.view)]

    assert silent == []


def test_every_address_of_ours_has_a_name():
    assert [address.route for address in addresses() if address.is_ours and not address.name] == []


def test_the_walk_sees_the_platform():
    names = {address.name for address in addresses()}

    assert {"core:healthz", "core:readyz", "account_login"} <= names
