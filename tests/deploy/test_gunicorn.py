"""The deployed gunicorn settings, asked without nginx before them."""


def test_the_platform_lives(web):
    answer = web.ask("/healthz/")

    assert (answer.status, answer.body, answer.headers["Cache-Control"]) == (
        200, b"ok", "max-age=0, no-cache, no-store, must-revalidate, private",
    )  # fmt: skip


def test_too_long_an_address_is_refused(web):
    assert web.ask("/new/?" + "x" * 9000).status == 414


def test_too_many_headers_are_refused(web):
    assert web.ask("/new/", **{f"X_Filler_{number}": "x" for number in range(80)}).status == 431
