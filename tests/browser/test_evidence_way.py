"""Pictures as evidence, in a real browser: chosen, pasted, dropped, and published as they were seen."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import expect

from tests.browser.hands import Mouse, tick_all
from tests.pictures import drawn, file_of

WORDS = "A teal square on a phone’s screen."
DRAFTS = """
from django.contrib.auth.models import User
from factcheck.claims.take_position import state_claim
from factcheck.verdicts.draft_verdict import Draft, draft, revise
from factcheck.verdicts.models import Rating
editor = User.objects.get(username="editor")
for number in range(5):
    verdict = draft(state_claim(f"Square {number} is teal.", editor=editor), author=editor)
    text = Draft(Rating.objects.get(slug="false"), "It is teal.", "As the screenshot shows.")
    revise(verdict, editor=editor, base=Draft(None, "", ""), draft=text)
    print(verdict.slug)
"""
HAND_OVER = """([kind, encoded, target]) => {
  const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], "image.png", { type: "image/png" }));
  const event = kind === "paste"
    ? new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true })
    : new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
  document.querySelector(target).dispatchEvent(event);
}"""


@pytest.fixture(scope="module")
def drafts(site):
    return iter(site.manage("shell", "-v0", "-c", DRAFTS).split())


@pytest.fixture
def slug(drafts):
    """A draft that no other journey touches."""
    return next(drafts)


def screenshot(size=(1600, 1000)):
    return file_of(drawn(size)).getvalue()


def form(page):
    return page.locator("[data-adding]")


def chosen():
    return {"name": "screenshot.png", "mimeType": "image/png", "buffer": screenshot()}


def describe(page, title):
    form(page).get_by_label("Title", exact=True).fill(title)
    form(page).get_by_label("The picture in words").fill(WORDS)


def press_add(page):
    form(page).get_by_role("button", name="Add this evidence").click()


def hand_over(page, kind, target):
    page.evaluate(HAND_OVER, [kind, base64.b64encode(screenshot()).decode(), target])


@pytest.mark.browser_on_both
def test_readers_see_the_screenshot_that_an_editor_pasted_and_a_reviewer_read(site, page, phone, slug):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/verdicts/{slug}/")
    hand_over(page, "paste", "#id_reasoning")
    expect(form(page).get_by_text("Taken in, 1280 × 800 pixels")).to_be_visible()
    expect(form(page).get_by_label("What it is")).to_have_value("screenshot")
    describe(page, "The teal screen")
    form(page).get_by_label("When it was made").fill("February 2019")
    press_add(page)
    expect(page.locator("[data-piece]").get_by_role("img", name=WORDS)).to_be_visible()
    page.get_by_role("button", name="Submit for review").click()
    address = page.locator("[data-piece] a.thumbnail").get_attribute("href")

    assert phone.request.get(site.url + address).status == 404
    site.sign_in(phone, "reviewer")
    phone.goto(f"{site.url}/desk/verdicts/{slug}/")
    expect(phone.get_by_role("figure").get_by_role("img", name=WORDS).first).to_be_visible()
    tick_all(Mouse(phone))
    phone.get_by_role("button", name="Approve and publish").click()
    expect(phone.get_by_text("Published. Readers see it now.")).to_be_visible()
    phone.context.clear_cookies()
    phone.goto(f"{site.url}/verdicts/{slug}/")

    shown = phone.get_by_role("figure").get_by_role("img", name=WORDS)
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("naturalWidth", 1280)
    expect(phone.get_by_role("figure")).to_contain_text("February 2019")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_dropped_picture_is_shown_at_once_and_kept_with_what_is_typed_after_a_crash(site, page, slug):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/verdicts/{slug}/")
    hand_over(page, "drop", "main")
    expect(form(page).get_by_role("img", name="The picture that was taken in")).to_be_visible()
    describe(page, "The teal screen")
    expect(page.get_by_text("autosaved")).to_be_visible(timeout=30_000)
    again = page.context.new_page()
    page.close(run_before_unload=False)

    again.goto(f"{site.url}/desk/verdicts/{slug}/")

    expect(form(again).get_by_label("Title", exact=True)).to_have_value("The teal screen")
    expect(form(again).get_by_role("img", name="The picture that was taken in")).to_be_visible()
    press_add(again)
    expect(again.locator("[data-piece]").get_by_role("img", name=WORDS)).to_be_visible()


def test_a_file_that_is_no_picture_is_refused_at_once_and_costs_no_word(site, page, slug):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/verdicts/{slug}/")
    page.get_by_text("Add evidence", exact=True).click()
    form(page).get_by_label("What it is").select_option("picture")
    describe(page, "The teal screen")

    vector = {"name": "picture.png", "mimeType": "image/png", "buffer": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}
    form(page).get_by_label("Picture", exact=True).set_input_files(vector)

    expect(form(page).get_by_text("This is no PNG, JPEG, WebP or GIF")).to_be_visible()
    expect(form(page).get_by_label("Title", exact=True)).to_have_value("The teal screen")
    expect(form(page).get_by_label("The picture in words")).to_have_value(WORDS)


def test_fields_for_a_picture_are_shown_for_what_can_have_one(site, page, slug):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/verdicts/{slug}/")
    page.get_by_text("Add evidence", exact=True).click()
    words = form(page).get_by_label("The picture in words")
    expect(words).to_be_hidden()

    form(page).get_by_label("What it is").select_option("post")

    expect(words).to_be_visible()


def test_without_javascript_a_picture_is_given_back_with_what_is_missing(site, page_without_javascript, slug):
    page = page_without_javascript
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/verdicts/{slug}/")
    page.get_by_label("Reasoning").fill("Typed before the picture was chosen.")
    page.get_by_text("Add evidence", exact=True).click()
    form(page).get_by_label("What it is").select_option("screenshot")
    form(page).get_by_label("Title", exact=True).fill("The teal screen")
    form(page).get_by_label("Picture", exact=True).set_input_files(chosen())
    press_add(page)
    expect(form(page).get_by_text("Say in words what the picture shows")).to_be_visible()
    expect(form(page).get_by_text("Taken in, 1280 × 800 pixels")).to_be_visible()
    form(page).get_by_label("The picture in words").fill(WORDS)
    press_add(page)

    expect(page.locator("[data-piece]").get_by_role("img", name=WORDS)).to_be_visible()
    expect(page.get_by_label("Reasoning")).to_have_value("Typed before the picture was chosen.")
