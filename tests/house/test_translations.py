"""The languages said to be complete are: every text has its translation, and it fits."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import trans_real

ROOT = Path(__file__).resolve().parents[2]
NO_SOURCE = shutil.ignore_patterns(
    ".*", "*.mo", "__pycache__", "var", "tests", "locale", "static", "docs", "node_modules"
)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|%[sd]|\{\w+\}")
LANGUAGES = [language for language in settings.COMPLETE_LANGUAGES if language != settings.LANGUAGE_CODE]

Key = tuple[str | None, str]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory) -> set[Key]:
    """What is to be translated in the code as it stands now."""
    if not shutil.which("xgettext"):
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail("gettext is not installed")
        pytest.skip("gettext is not installed")
    copy = tmp_path_factory.mktemp("texts") / "copy"
    shutil.copytree(ROOT, copy, ignore=NO_SOURCE)
    (copy / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "es", "--no-location"]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True, timeout=300)
    return {key(entry) for entry in polib.pofile(str(copy / "locale/es/LC_MESSAGES/django.po"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_the_catalogue(extracted, language):
    assert extracted - {key(entry) for entry in catalogue(language)} == set(), "type: make messages, then translate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_translated(language):
    assert [entry.msgid for entry in catalogue(language) if entry.fuzzy or not entry.translated()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_every_form_of_the_language(language):
    forms = set(range(int(re.search(r"nplurals=(\d)", plural_rule(language)).group(1))))
    assert [e.msgid for e in catalogue(language) if e.msgid_plural and set(e.msgstr_plural) != forms] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_follow_the_rule_of_django(language):
    theirs = Path(trans_real.__file__).parents[2] / "conf/locale" / language / "LC_MESSAGES/django.po"
    assert plural_rule(language) == polib.pofile(str(theirs)).metadata["Plural-Forms"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_kept(language):
    assert {text: used for entry in catalogue(language) for text, used in lost(entry)} == {}


def lost(entry: polib.POEntry) -> list[tuple[str, list[str]]]:
    """Translations with other placeholders than their source; one thing may be said without its number."""
    singular, plural = placeholders(entry.msgid), placeholders(entry.msgid_plural or entry.msgid)
    forms = [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)] or [entry.msgstr]
    fits = [[singular, plural], *([plural] for _ in forms[1:])]
    return [
        (form, placeholders(form))
        for form, allowed in zip(forms, fits, strict=True)
        if placeholders(form) not in allowed
    ]


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(ROOT / "locale" / language / "LC_MESSAGES/django.po"))


def plural_rule(language: str) -> str:
    return catalogue(language).metadata["Plural-Forms"]


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid
