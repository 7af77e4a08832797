"""Looking for something while typing, and without JavaScript."""

import pytest
from playwright.sync_api import expect


@pytest.mark.browser_on_both
def test_results_come_while_words_are_typed_and_the_address_can_be_shared(page, site):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/search/")
    field = page.get_by_label("Words")

    field.press_sequentially("klimo", delay=30)

    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Found: ")).to_contain_text("sources")
    expect(page).to_have_url(f"{site.url}/desk/search/?q=klimo%2A")
    expect(field).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    field.fill("klimov")
    field.press("Enter")
    expect(page).to_have_url(f"{site.url}/desk/search/?q=klimov")
    page.get_by_role("navigation", name="Kinds").get_by_role("link", name="articles").click()
    page.get_by_role("link", name="Newest first").click()
    field.fill("klimov denial")
    expect(page).to_have_url(f"{site.url}/desk/search/?q=klimov+denial%2A&kind=articles&order=newest")


def test_a_search_needs_no_javascript(page_without_javascript, site):
    page = page_without_javascript
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/search/")

    page.get_by_label("Words").fill("offering")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("navigation", name="Kinds").get_by_role("link", name="articles").click()
    page.get_by_label("Year: from").fill("2018")
    page.get_by_role("button", name="Show").click()

    expect(page.get_by_text("since 2018")).to_be_visible()
    expect(page.get_by_role("heading", name="Articles: ")).to_be_visible()
    expect(page.locator("mark", has_text="offered").first).to_be_visible()
