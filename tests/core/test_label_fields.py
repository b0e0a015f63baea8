from django import forms

from core.label_fields import LabelFormField


class TitleForm(forms.Form):
    title = LabelFormField(languages=["en", "es"], kept={"ro": "Profesori", "es": "Viejo"}, label="Title")


def typed(**data):
    form = TitleForm(data)
    return form.is_valid(), form.cleaned_data.get("title"), form.errors.get("title")


def test_what_is_typed_per_language_becomes_a_label_and_other_languages_stay():
    assert typed(title_en=" Teachers ", title_es="Profesorado") == (
        True, {"ro": "Profesori", "es": "Profesorado", "en": "Teachers"}, None,
    )  # fmt: skip


def test_a_text_taken_out_is_gone():
    assert typed(title_en="Teachers", title_es="")[1] == {"ro": "Profesori", "en": "Teachers"}


def test_nothing_in_any_language_is_asked_for_once():
    class Bare(forms.Form):
        title = LabelFormField(languages=["en", "es"])

    form = Bare({"title_en": " ", "title_es": ""})

    assert len(form.errors["title"]) == 1


def test_each_input_says_its_language():
    html = str(TitleForm(initial={"title": {"en": "Teachers"}})["title"])

    assert ('lang="es"' in html, "español" in html.lower(), 'value="Teachers"' in html) == (True, True, True)
