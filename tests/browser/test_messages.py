"""What concerns somebody reaches them: told on the desk, followed to its page, read; people named while one types."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened
from tests.browser.hands import Keyboard


@pytest.fixture
def colleague(browser, site):
    """A page in another browser, where the reviewer is signed in and has read all that came before."""
    with opened(browser, viewport={"width": 390, "height": 844}) as page:
        site.sign_in(page, "reviewer")
        page.goto(f"{site.url}/desk/messages/")
        if page.get_by_role("button", name="Mark all as read").is_visible():
            page.get_by_role("button", name="Mark all as read").click()
        expect(page.get_by_text("new", exact=True)).to_have_count(0)
        yield page


def state_claim(page, site, text):
    page.goto(f"{site.url}/desk/claims/")
    page.get_by_label("Claim", exact=True).fill(text)
    page.get_by_role("button", name="State the claim").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_somebody_is_named_by_keys_while_a_comment_is_typed_and_told_of_it(site, page, colleague):
    site.sign_in(page, "editor")
    state_claim(page, site, "The tram runs at night.")
    field = page.get_by_role("textbox", name="Comment")
    offered = page.get_by_role("listbox", name="People it may mean")
    keyboard = Keyboard(page)

    field.click()
    page.keyboard.type("Ask @")
    expect(offered.get_by_role("option")).not_to_have_count(0)
    keyboard.press("Escape")
    expect(offered).to_be_hidden()
    page.keyboard.type("dan")
    expect(offered.get_by_role("option", selected=True)).to_contain_text("@reviewer Daniel Sorensen")
    keyboard.press("Enter")
    expect(field).to_have_value("Ask @reviewer ")
    keyboard.must_be_at(field)
    page.keyboard.type("and @nobody.")
    page.get_by_role("button", name="Comment").click()

    expect(page.get_by_text("Nobody of the desk is called @nobody")).to_be_visible()
    expect(page.locator("#comments b")).to_have_text(["@reviewer"])
    colleague.goto(f"{site.url}/desk/")
    told = colleague.get_by_role("article").filter(has_text="The tram runs at night.")
    expect(told).to_contain_text("Ruth Okafor named you in a comment on this claim")
    expect(told).to_contain_text("Ask @reviewer and @nobody.")
    told.get_by_role("button", name="Mark as read").click()
    expect(told).to_have_count(0)


def test_somebody_is_named_by_the_mouse(site, page):
    site.sign_in(page, "editor")
    state_claim(page, site, "The tram has a bell.")
    field = page.get_by_role("textbox", name="Comment")
    field.press_sequentially("@so")

    page.get_by_role("option", name="@reviewer").click()

    expect(field).to_have_value("@reviewer ")
    expect(field).to_be_focused()


def test_a_message_is_followed_and_then_read(site, page, colleague):
    site.sign_in(page, "editor")
    state_claim(page, site, "The tram is yellow.")
    page.get_by_role("textbox", name="Comment").fill("Is it, @reviewer?")
    page.get_by_role("button", name="Comment").click()
    expect(page.locator("#comments b")).to_have_text(["@reviewer"])

    colleague.goto(f"{site.url}/desk/messages/")
    told = colleague.get_by_role("listitem").filter(has_text="The tram is yellow.")
    expect(told).to_contain_text("Ruth Okafor named you in a comment on this claim")
    told.get_by_role("link").click()

    expect(colleague.get_by_role("heading", level=1)).to_have_text("The tram is yellow.")
    colleague.goto(f"{site.url}/desk/?kind=message")
    expect(colleague.get_by_text("Nothing of this kind waits.")).to_be_visible()


def test_all_messages_are_marked_as_read_where_they_stand(site, page, colleague):
    site.sign_in(page, "editor")
    state_claim(page, site, "The tram is full.")
    page.get_by_role("textbox", name="Comment").fill("Is it, @reviewer?")
    page.get_by_role("button", name="Comment").click()
    expect(page.locator("#comments b")).to_have_text(["@reviewer"])
    colleague.goto(f"{site.url}/desk/messages/")

    colleague.get_by_role("button", name="Mark all as read").press("Enter")

    expect(colleague.get_by_text("1 message marked as read.")).to_be_visible()
    expect(colleague.get_by_text("new", exact=True)).to_have_count(0)
    expect(colleague.get_by_role("link", name="Choose what comes, and how")).to_be_focused()


def test_messages_are_read_and_chosen_without_javascript(site, page, page_without_javascript):
    plain = page_without_javascript
    site.sign_in(page, "reviewer")
    state_claim(page, site, "The tram is old.")
    page.get_by_role("textbox", name="Comment").fill("Is it, @editor?")
    page.get_by_role("button", name="Comment").click()
    expect(page.locator("#comments b")).to_have_text(["@editor"])
    site.sign_in(plain, "editor")

    plain.goto(f"{site.url}/desk/messages/")
    plain.get_by_role("button", name="Mark all as read").click()
    expect(plain.get_by_text("new", exact=True)).to_have_count(0)
    plain.get_by_role("link", name="Choose what comes, and how").click()
    chosen = plain.get_by_role("group", name="Somebody names you in a comment").get_by_label("on the desk only")
    chosen.check()
    plain.get_by_role("button", name="Save").click()

    expect(plain.get_by_text("Saved. It holds for what happens from now on.")).to_be_visible()
    expect(chosen).to_be_checked()


@pytest.mark.parametrize("place", ["messages/", "messages/preferences/"])
def test_pages_of_messages_fit_a_phone(site, phone, place):
    site.sign_in(phone, "editor")

    phone.goto(f"{site.url}/desk/{place}")

    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
