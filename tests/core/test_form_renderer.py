from html.parser import HTMLParser

import pytest

from core.views.style_guide import SampleForm


class Controls(HTMLParser):
    """Collects ids, what labels point at, and what controls are described by."""

    def __init__(self):
        super().__init__()
        self.ids, self.labelled, self.controls, self.described = [], set(), {}, set()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "label":
            self.labelled.add(values.get("for"))
        if tag in {"input", "select", "textarea"} and values.get("type") != "hidden":
            self.controls[values["id"]] = values
        self.described.update((values.get("aria-describedby") or "").split())


@pytest.fixture
def wrong():
    controls = Controls()
    controls.feed(str(SampleForm({"name": "", "e_mail": "none"})))
    return controls


def test_form_every_control_has_a_label(wrong):
    assert set(wrong.controls) - wrong.labelled == set()


def test_form_descriptions_lead_to_something_and_ids_are_given_once(wrong):
    assert wrong.described - set(wrong.ids) == set()
    assert len(wrong.ids) == len(set(wrong.ids))


def test_form_wrong_field_says_so_and_keeps_its_value(wrong):
    field = wrong.controls["id_e_mail"]
    assert (field["value"], field["aria-invalid"], field["aria-describedby"]) == ("none", "true", "id_e_mail_error")


def test_form_summary_links_to_the_first_control_of_each_wrong_field():
    html = str(SampleForm({"name": "Ana", "e_mail": "ana@example.org", "one": "school"}))
    assert 'href="#id_kind_0"' in html
    assert 'href="#id_agreed"' in html
    assert 'href="#id_name"' not in html


def test_form_without_errors_has_no_summary():
    assert "data-focus" not in str(SampleForm())
