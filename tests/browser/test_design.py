import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def guide(page, live_server, sign_in):
    sign_in(UserFactory(is_staff=True))
    return live_server.url + reverse("core:style_guide")


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (390, "light"), (1280, "dark"), (1280, "light")])
def test_style_guide_has_no_barriers_and_keeps_the_policy(page, guide, faults, barriers, width, theme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme)
    page.goto(guide)
    assert barriers() == []
    assert faults == []


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_entrance_has_no_barriers(page, live_server, faults, barriers, name):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(live_server.url + reverse(name))
    assert barriers() == []
    assert faults == []


def test_menu_is_walked_and_left_by_keyboard(page, guide):
    page.goto(guide)
    menu = page.locator("details.menu", has_text="Română")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "English"
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_dialog_opens_takes_the_focus_and_gives_it_back(page, guide):
    page.goto(guide)
    opener = page.get_by_role("link", name="Open a dialog")
    opener.click()
    assert page.get_by_role("dialog", name="Leave without saving?").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert opener.evaluate("link => link === document.activeElement")


def test_error_summary_takes_the_focus_and_leads_to_the_field(page, guide):
    page.goto(guide)
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    page.get_by_role("link", name="E-mail: Enter a valid email address.").first.click()
    assert page.evaluate("document.activeElement.id") == "id_e_mail"


def test_theme_changes_at_once_and_stays(page, guide):
    page.goto(guide)
    page.locator("summary", has_text="Appearance").click()
    with page.expect_response("**/theme/"):
        page.get_by_role("button", name="Dark").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_theme_changes_without_script(browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + reverse("account_login"))
    page.locator("summary", has_text="Appearance").click()
    page.get_by_role("button", name="Dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    context.close()


def test_filter_answers_while_one_types_and_the_address_follows(page, guide, faults):
    page.goto(guide)
    page.evaluate("window.sameDocument = true")
    page.get_by_label("Search").press_sequentially("nobody")
    page.get_by_text("No organisation matches.").wait_for()
    assert "search=nobody" in page.url
    assert page.evaluate("window.sameDocument")
    page.get_by_label("Search").fill("organisation 2")
    page.locator("#announcer", has_text="1 organisation").wait_for(state="attached")
    assert page.get_by_role("rowheader").all_inner_texts() == ["Example organisation 2"]
    assert faults == []


def test_filter_works_without_script(browser, live_server, guide, context):
    plain = browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = plain.new_page()
    page.goto(guide)
    page.get_by_label("Search").fill("organisation 3")
    page.get_by_role("button", name="Show").click()
    page.locator("#sample").get_by_text("1 organisation", exact=True).wait_for()
    plain.close()


LENGTHEN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    if (text && !walker.currentNode.parentElement.closest("svg")) {
      walker.currentNode.data += " " + "ÿ".repeat(Math.ceil(text.length * 0.4)).replace(/.{9}/g, "$& ");
    }
  }
}"""


def test_style_guide_has_room_for_longer_languages(page, guide, barriers):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(guide)
    page.evaluate(LENGTHEN)
    assert barriers() == []


def test_style_guide_stands_wider_text_spacing(page, guide):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(guide)
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }");
      document.adoptedStyleSheets.push(sheet);
    }""")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
