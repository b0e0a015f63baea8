"""The import wizard in a real browser: barriers and policy at each step, on a phone without script, by keyboard."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from network.models import Participation
from network.services.importing import open_import, preview_import
from tests.network.services.importing.world import csv, make_world
from tests.sample_sheets import FOLDER, sample

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOKS = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
STEPS = ["import_columns", "import_preview", "import_matches", "import_apply"]
NAME = "es_taller_asistencia.xlsx"
BAD = csv(
    "Nombre y apellidos;Perfil;Centro;Correo;Fecha;Firma",
    f"Ana {'Ejemplo-' * 30};profesora;IES Uno;ana@example.org;soon;x",
    "محمد علي;dentista;IES Uno;m@example.org;03/04/2018;JM",
)


@pytest.fixture
def world(live_server, sign_in):
    made = make_world("ES")
    sign_in(made.user)
    return made


def opened(world, data=None, name=NAME):
    upload = ContentFile(data or sample(NAME), name)
    return preview_import(
        open_import(partner=world.partner, kind="attendance", upload=upload, by=world.user, occasion=world.occasion)
    )


def address(live_server, world, name, *args):
    return live_server.url + reverse(f"network:{name}", args=[world.project.code, *args])


@pytest.mark.parametrize(("step", "look"), [(step, LOOKS[at]) for at, step in enumerate(STEPS)])
def test_each_step_has_no_barriers_and_keeps_the_policy(page, live_server, world, faults, barriers, step, look):
    batch = opened(world)
    page.set_viewport_size({"width": look[0], "height": 800})
    page.emulate_media(color_scheme=look[1])
    page.goto(address(live_server, world, step, batch.pk))
    assert barriers() == []
    assert faults == []


@pytest.mark.parametrize("look", LOOKS)
def test_a_sheet_full_of_problems_has_no_barriers(page, live_server, world, faults, barriers, look):
    batch = opened(world, BAD, "x.csv")
    page.set_viewport_size({"width": look[0], "height": 800})
    page.emulate_media(color_scheme=look[1])
    page.goto(address(live_server, world, "import_preview", batch.pk))
    assert barriers() == []
    assert faults == []


def test_lists_forms_and_outcomes_have_no_barriers(page, live_server, world, faults, barriers):
    batch = world.bring_in(sample(NAME), NAME)
    page.set_viewport_size({"width": 320, "height": 800})
    for name, args in (
        ("import_list", []),
        ("import_create", []),
        ("import_detail", [batch.pk]),
        ("import_undo", [batch.pk]),
    ):
        page.goto(address(live_server, world, name, *args))
        assert (name, barriers()) == (name, [])
    assert faults == []


def test_a_sheet_comes_in_on_a_phone_without_script(browser, live_server, world, context):
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(address(live_server, world, "import_create"))
    page.set_input_files("input[type=file]", FOLDER / NAME)
    page.select_option("select[name=occasion]", str(world.occasion.pk))
    page.click("main form button[type=submit]")
    page.click("main form button.primary")
    page.click("text=Settle and look again")
    page.click("text=On to the matches")
    page.check("input[name=all][value=same]")
    page.click("text=Keep these choices")
    page.click("text=On to the last step")
    page.click("text=Import now")
    assert "The sheet is imported." in page.inner_text("main")
    plain.close()
    assert Participation.objects.count() == 40


def test_a_cell_is_put_right_by_keyboard(page, live_server, world):
    batch = opened(world, BAD, "x.csv")
    page.goto(address(live_server, world, "import_preview", batch.pk))
    page.focus("input[name=text]")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("14/03/2018")
    with page.expect_navigation(url="**/preview/"):
        page.keyboard.press("Enter")
    assert "“soon” is not a date." not in page.inner_text("main")
