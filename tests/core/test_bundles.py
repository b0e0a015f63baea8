import pytest
from django.contrib.staticfiles import finders

from core.bundles import BundleFinder, bundles, joined


@pytest.fixture
def parts(tmp_path):
    for folder, listing in {"css": 'one = ["b.css", "many/*.css"]', "js": 'one = ["*.js"]'}.items():
        (tmp_path / folder / "many").mkdir(parents=True)
        (tmp_path / folder / "bundles.toml").write_text(listing)
    (tmp_path / "css/b.css").write_text("/* why */\nb {}\n")
    (tmp_path / "css/many/a.css").write_text("a {}\n")
    (tmp_path / "js/a.js").write_text("const x = 1;\n")
    (tmp_path / "js/b.js").write_text("const x = 2;\n")
    return tmp_path


def test_bundles_join_their_parts_in_order_and_scripts_keep_their_names_apart(parts):
    assert bundles(parts) == {
        "css/one.css": "b {}\na {}\n",
        "js/one.js": "{\nconst x = 1;\n}\n{\nconst x = 2;\n}\n",
    }


def test_bundle_finder_answers_for_bundles_only():
    assert finders.find("css/house.css").endswith("bundles/css/house.css")
    assert finders.find("css/tokens.css").endswith("static/css/tokens.css")
    assert finders.find("css/nothing.css") is None


def test_bundle_finder_lists_every_bundle_for_collectstatic():
    assert {name for name, _ in BundleFinder().list([])} >= {"css/house.css", "js/house.js"}


def test_bundle_names_parts_that_exist(settings):
    root = settings.STATICFILES_DIRS[0]
    assert joined(root / "css", ["layers.css"]).startswith("@layer reset, tokens, base")
