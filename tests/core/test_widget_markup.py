"""Widgets written without a template read as Django's templates would write them."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from core.form_renderer import HouseRenderer

NASTY = "\"<b>'&amp;"
CHOICES = [("", "–"), (NASTY, NASTY), (1, gettext_lazy("Name")), (True, mark_safe("<b>bold</b>"))]
GROUPS = [(NASTY, [(1, "One"), (2, NASTY)]), ("3", "Three"), (gettext_lazy("Kind"), [("x", "X")])]


def both(widget, value, **attrs):
    attrs = {"id": "id_it", "required": True, "disabled": False, "title": NASTY, **attrs}
    house = widget.render("it", value, attrs, renderer=HouseRenderer())
    django = widget.render("it", value, attrs, renderer=DjangoTemplates())
    return house, django


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.TextInput(), None), (forms.TextInput(), NASTY), (forms.TextInput(), mark_safe("<i>")),
        (forms.NumberInput(attrs={"min": 0}), 1234567), (forms.HiddenInput(), 5), (forms.URLInput(), ""),
        (forms.EmailInput(), "ana@example.org"), (forms.PasswordInput(), "secret"), (forms.DateInput(), None),
        (forms.CheckboxInput(), True), (forms.CheckboxInput(), False), (forms.FileInput(), None),
        (forms.Select(choices=CHOICES), NASTY), (forms.Select(choices=CHOICES), 1), (forms.Select(choices=GROUPS), "2"),
        (forms.SelectMultiple(choices=GROUPS), ["1", "x"]), (forms.NullBooleanSelect(), True),
        (forms.Select(choices=[]), None),
    ],
)  # fmt: skip
def test_plain_widget_reads_as_django_writes_it(widget, value):
    house, django = both(widget, value)
    assert house == django


@pytest.mark.parametrize("value", [None, "", NASTY, "two\nlines"])
def test_text_area_reads_as_django_writes_it(value):
    house, django = both(forms.Textarea(attrs={"rows": 3}), value)
    assert house == django


def test_boxes_are_a_list_of_labelled_inputs():
    widget = forms.CheckboxSelectMultiple(choices=[("Group", [("a", NASTY)]), ("b", "B")], attrs={"class": "wide"})
    assert widget.render("it", ["b"], {"id": "id_it"}, renderer=HouseRenderer()) == (
        '<ul class="choices wide" role="list" id="id_it"><li class="label">Group</li>'
        '<li><label class="choice" for="id_it_0_0"><input type="checkbox" name="it" value="a" class="wide" id="id_it_0_0">'
        " &quot;&lt;b&gt;&#x27;&amp;amp;</label></li>"
        '<li><label class="choice" for="id_it_1"><input type="checkbox" name="it" value="b" class="wide" id="id_it_1"'
        " checked> B</label></li></ul>"
    )


def test_radio_buttons_without_an_id():
    widget = forms.RadioSelect(choices=[("a", "A")])
    assert widget.render("it", "a", {}, renderer=HouseRenderer()) == (
        '<ul class="choices" role="list"><li><label class="choice"><input type="radio" name="it" value="a" checked> A'
        "</label></li></ul>"
    )
