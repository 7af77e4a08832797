"""Articles by hand: one that the server is asked to fetch and refuses, and the same one pasted."""

from __future__ import annotations

from playwright.sync_api import expect

TEXT = (
    "Lighthouse to be sold, keeper says\n\nBy Ana Ruiz | March 3, 2018\n\n"
    "The lighthouse at Cape Dorn will be sold before the summer, its keeper said on Friday.\n\n"
    "The port authority denied it the same evening. “Nobody has made an offer,” a spokesman said."
)


def test_a_page_that_cannot_be_fetched_is_pasted_instead(page, site):
    site.sign_in(page, "editor")
    page.get_by_label("A text, or addresses").fill("http://127.0.0.1/lighthouse")
    page.get_by_role("button", name="Add").click()

    expect(page.get_by_role("alert")).to_contain_text("private network")
    page.get_by_role("link", name="Paste the text").click()
    page.get_by_label("A text, or addresses").fill(TEXT)
    page.get_by_label("Address of the text").fill("https://dorn-gazette.example/lighthouse")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("Nothing is stored yet.")).to_be_visible()
    page.get_by_role("button", name="Store 1 article").click()

    page.get_by_role("link", name="Lighthouse to be sold, keeper says").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lighthouse to be sold, keeper says")
    page.get_by_role("link", name="original text").click()
    expect(page.get_by_role("heading", name="How it is known")).to_be_visible()
    expect(page.get_by_text("byline: Ana Ruiz")).to_be_visible()


def test_a_text_is_pasted_without_javascript_and_an_error_loses_nothing(page_without_javascript, site):
    page = page_without_javascript
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/articles/add/")
    page.get_by_label("A text, or addresses").fill(TEXT.replace("Cape Dorn", "Cape Wrath"))
    page.get_by_label("Paper").fill("The Wrath Courier")
    page.get_by_label("Address of the text").fill("ftp://courier.example/")
    page.get_by_role("button", name="Preview").click()

    expect(page.get_by_label("Paper")).to_have_value("The Wrath Courier")
    page.get_by_label("Address of the text").fill("")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Store 1 article").click()

    expect(page.get_by_text("Stored:")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="The Wrath Courier").first).to_be_visible()
