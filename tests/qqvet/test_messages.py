"""Translations are compiled from their .po files when, and only when, these are newer."""

import gettext
import os

from qqvet.messages import compile_all

SOURCE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Yes"\nmsgstr "Sí"\n'


def test_a_catalogue_is_compiled_once(tmp_path):
    source = tmp_path / "es/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    source.write_text(SOURCE, encoding="utf-8")
    assert (compile_all(tmp_path), compile_all(tmp_path)) == (1, 0)
    assert gettext.translation("django", tmp_path, ["es"]).gettext("Yes") == "Sí"
    assert sorted(file.name for file in source.parent.iterdir()) == ["django.mo", "django.po"]


def test_a_newer_source_is_compiled_again(tmp_path):
    source = tmp_path / "django.po"
    source.write_text(SOURCE, encoding="utf-8")
    compile_all(tmp_path)
    moment = source.with_suffix(".mo").stat().st_mtime + 5
    os.utime(source, (moment, moment))
    assert compile_all(tmp_path) == 1
