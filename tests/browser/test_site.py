"""The smallest journeys: the site opens, people come in, and the watch over each page does watch."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import watch


def test_anyone_can_open_the_front_page(page, site):
    page.goto(site.url)

    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_front_page_fits_a_phone(phone, site):
    phone.goto(site.url)

    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_phone_no_part_of_a_ledger_entry_has_to_be_pushed_into_sight(phone, site):
    site.sign_in(phone, "reviewer")
    phone.goto(f"{site.url}/desk/ledger/")

    parts = phone.locator(".entries tbody tr").first.locator("td")

    assert all(box["x"] + box["width"] <= 390 for box in (part.bounding_box() for part in parts.all()))


@pytest.mark.parametrize("role", ["editor", "reviewer", "administrator"])
def test_people_sign_in_and_reach_the_desk(page, site, role):
    site.sign_in(page, role)

    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_person_signs_in_without_javascript(page_without_javascript, site):
    site.sign_in(page_without_javascript, "editor")

    expect(page_without_javascript.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize(
    ("body", "headers", "status", "fault"),
    [
        ("<script>undefined.name</script>", {}, 200, "script:"),
        ("<script>console.error('lost')</script>", {}, 200, "console: lost"),
        ("<style>p {color: red}</style>", {"Content-Security-Policy": "style-src 'self'"}, 200, "console:"),
        ("<img src='/no-such-picture.png'>", {}, 200, "404 from"),
        ("<p>Broken</p>", {}, 500, "500 from"),
    ],
)
def test_the_watch_sees(browser, site, body, headers, status, fault):
    context = browser.new_context()
    page = context.new_page()
    page.route(
        "**/watched/", lambda route: route.fulfill(body=body, headers=headers, status=status, content_type="text/html")
    )
    faults = watch(page)

    page.goto(f"{site.url}/watched/", wait_until="networkidle")
    context.close()

    assert [found for found in faults if found.startswith(fault)]


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("", ["[deletion begins]", "[deletion ends]", "[insertion begins]", "[insertion ends]"]),
        ("/es", ["[empieza lo suprimido]", "[termina lo suprimido]", "[empieza lo añadido]", "[termina lo añadido]"]),
    ],
)
def test_a_screen_reader_hears_where_a_difference_begins_and_ends_and_nobody_copies_it(page, site, prefix, said):
    page.goto(f"{site.url}{prefix}/corrections/")
    page.locator("a[href$='/changes/']").first.click()
    page.wait_for_url("**/changes/")

    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")

    heard = [node["name"]["value"].strip() for node in tree["nodes"] if node["role"]["value"] == "StaticText"]
    marked = [page.locator(mark).count() for mark in ("del", "del", "ins", "ins")]
    assert [heard.count(words) for words in said] == marked
    assert min(marked) > 0
    assert said[0] not in page.locator("main").inner_text()
