"""Comparing two versions: by mouse, by key, without JavaScript, on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

STORY = "/desk/stories/where-could-maduro-run/"


@pytest.fixture
def comparing(site, page):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}{STORY}compare/")
    return page


def test_keys_go_from_change_to_change(comparing):
    for key, expected in (("n", 1), ("n", 2), ("j", 3), ("p", 2), ("k", 1)):
        comparing.keyboard.press(key)

        expect(comparing.locator(f"[data-change='{expected}']")).to_be_focused()


def test_a_key_typed_into_a_field_goes_nowhere(comparing):
    comparing.get_by_label("Show").focus()
    comparing.keyboard.press("n")

    assert "#" not in comparing.url


def test_a_filter_changes_the_page_and_its_address_at_once(comparing):
    comparing.get_by_label("Show").select_option(label="only what matters")

    expect(comparing.locator(".fold").first).to_contain_text("sentences as they were")
    expect(comparing).to_have_url(re.compile("show=substantive"))
    comparing.reload()
    expect(comparing.get_by_label("Show")).to_have_value("substantive")


def test_a_change_inside_a_fold_opens_it(comparing, site):
    folded = comparing.locator("details.fold [data-change]").last
    number = folded.get_attribute("id")

    comparing.goto(f"{site.url}{STORY}compare/?again=1#{number}")

    expect(folded).to_be_visible()


def test_the_summary_is_copied(comparing, site):
    comparing.get_by_text("As text").click()
    comparing.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    comparing.get_by_role("button", name="Copy the summary").click()

    expect(comparing.get_by_role("button", name="Copied")).to_be_visible()
    assert comparing.evaluate("navigator.clipboard.readText()") == comparing.locator("#summary").text_content()


def test_everything_works_without_javascript(site, page_without_javascript):
    page = page_without_javascript
    site.sign_in(page, "editor")
    page.goto(f"{site.url}{STORY}compare/")

    page.get_by_label("As").select_option(label="one text")
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("link", name="First change").click()

    expect(page).to_have_url(re.compile(r"view=inline.*#row-1$"))
    expect(page.locator(".comparison.inline ins").first).to_be_visible()
    expect(page.get_by_role("button", name="Copy the summary")).to_be_hidden()


def test_a_change_is_marked_from_the_comparison_by_keys_alone(comparing):
    row = comparing.locator("[data-change]:has([data-mark])").first
    number = int(row.get_attribute("data-change"))
    for _ in range(number):
        comparing.keyboard.press("n")
    expect(row).to_be_focused()

    comparing.keyboard.press("m")

    comparing.wait_for_url(re.compile(r"words=\d+-\d+#chosen$"))
    expect(comparing.locator("#chosen")).to_be_visible()
    expect(comparing.locator("[data-selection]")).not_to_be_empty()
    expect(comparing.locator("#statement-form [data-focus]")).to_be_focused()


def test_a_change_is_marked_from_the_comparison_without_javascript(site, page_without_javascript):
    page = page_without_javascript
    site.sign_in(page, "editor")
    page.goto(f"{site.url}{STORY}compare/")
    page.get_by_role("link", name="Mark this as a statement").first.click()
    expect(page.locator("#chosen")).to_be_visible()

    page.get_by_label("Who says so").fill("Somebody in Washington")
    page.get_by_role("button", name="Mark as statement").click()

    expect(page.get_by_text("Marked as a statement.")).to_be_visible()
    expect(page.locator(".note", has_text="Somebody in Washington")).to_be_visible()


@pytest.mark.parametrize("path", [STORY, f"{STORY}compare/", f"{STORY}compare/?view=inline"])
def test_a_story_fits_a_phone(phone, site, path):
    site.sign_in(phone, "editor")
    phone.goto(f"{site.url}{path}")

    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
