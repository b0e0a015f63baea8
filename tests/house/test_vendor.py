import hashlib
import tomllib
from pathlib import Path

FOLDERS = ["static/vendor", "static/fonts", "tests/vendor"]
OWN = {".toml", ".txt"}


def listed():
    manifest = tomllib.loads(Path("static/vendor/MANIFEST.toml").read_text())
    return {path: checksum for package in manifest["package"] for path, checksum in package["files"].items()}


def test_vendor_files_are_what_the_manifest_says():
    found = {path: hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in listed()}
    assert found == listed()


def test_vendor_manifest_lists_every_file_made_by_others():
    files = {str(path) for folder in FOLDERS for path in Path(folder).rglob("*") if path.is_file()}
    assert {path for path in files if Path(path).suffix not in OWN} - set(listed()) == set()


def test_vendor_packages_name_version_licence_and_source():
    packages = tomllib.loads(Path("static/vendor/MANIFEST.toml").read_text())["package"]
    assert [
        package["name"] for package in packages if not all(package[key] for key in ("version", "licence", "source"))
    ] == []
