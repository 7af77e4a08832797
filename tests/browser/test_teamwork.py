"""Two people at one desk: they see each other, talk, take back what they did, and need no mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened

TEXT = "The ferry is late, the captain said. Nobody was told.\n\nThe harbour master denied it."


@pytest.fixture(scope="module")
def article(site, tmp_path_factory):
    """Where an article is read that no other journey touches."""
    file = tmp_path_factory.mktemp("teamwork") / "ferry.txt"
    file.write_text(f"A ferry\n\n{TEXT}\n")
    site.manage("import_articles", str(file))
    found = "from factcheck.articles.models import Article; print(Article.objects.latest('pk').pk)"
    return f"{site.url}/desk/articles/{site.manage('shell', '-v0', '-c', found).strip()}/"


@pytest.fixture
def colleague(browser, site):
    """A page in another browser, where the reviewer is signed in."""
    with opened(browser, viewport={"width": 1280, "height": 900}) as page:
        site.sign_in(page, "reviewer")
        yield page


def state_claim(page, site, text):
    """State a claim and return its address."""
    page.goto(f"{site.url}/desk/claims/")
    page.get_by_label("Claim", exact=True).fill(text)
    page.get_by_role("button", name="State the claim").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    return page.url


def name_of(page):
    return page.get_by_role("banner").locator("summary").text_content().strip()


@pytest.mark.browser_on_both
def test_two_people_who_open_one_page_see_each_other(site, editing, colleague):
    address = state_claim(editing, site, "The ferry leaves on time.")

    colleague.goto(address)

    expect(colleague.get_by_text(f"{name_of(editing)} is here")).to_be_visible()
    expect(editing.get_by_text(f"{name_of(colleague)} is here")).to_be_visible()


def test_who_is_here_is_said_without_javascript(site, editing, page_without_javascript):
    address = state_claim(editing, site, "The ferry has a bar.")
    site.sign_in(page_without_javascript, "reviewer")

    page_without_javascript.goto(address)

    expect(page_without_javascript.get_by_text(f"{name_of(editing)} is here")).to_be_visible()


def test_a_comment_is_written_by_one_and_resolved_by_the_other_who_can_take_that_back(site, editing, colleague):
    address = state_claim(editing, site, "The ferry sails at night.")
    editing.get_by_role("textbox", name="Comment").fill("Which of the two ferries?")
    editing.get_by_role("button", name="Comment").click()
    expect(editing.locator("#comments").get_by_text("Which of the two ferries?").first).to_be_visible()

    colleague.goto(address)
    colleague.get_by_role("button", name="Resolve").click()
    expect(colleague.get_by_text("1 resolved")).to_be_visible()
    colleague.get_by_role("button", name="Undo").click()

    expect(colleague.get_by_text("Undone.")).to_be_visible()
    expect(colleague.get_by_role("button", name="Resolve")).to_be_visible()
    assert colleague.url == address


def test_a_claim_is_assigned_on_its_page_and_waits_on_the_other_s_desk(site, editing, colleague):
    state_claim(editing, site, "The ferry is new.")
    editing.get_by_role("link", name="assign it").press("Enter")
    expect(editing.get_by_label("Assigned to")).to_be_focused()
    editing.get_by_label("Assigned to").select_option(label=name_of(colleague))
    editing.get_by_label("Priority").select_option(label="High")
    editing.get_by_label("Due").fill("2099-05-04")
    editing.get_by_role("button", name="Assign").click()
    expect(editing.get_by_text("due 4 May 2099")).to_be_visible()

    colleague.goto(f"{site.url}/desk/")

    waiting = colleague.get_by_role("region", name="Assigned to you")
    expect(waiting.get_by_role("listitem").filter(has_text="The ferry is new.")).to_contain_text("due 4 May 2099")


def test_claims_are_assigned_together_without_javascript(site, page_without_javascript):
    page = page_without_javascript
    site.sign_in(page, "editor")
    for text in ("The ferry is blue.", "The ferry is fast."):
        state_claim(page, site, text)
    page.goto(f"{site.url}/desk/claims/")
    for text in ("The ferry is blue.", "The ferry is fast."):
        page.get_by_label(f"Tick “{text}”").check()
    page.get_by_label("Assign to").select_option(label=name_of(page))
    page.get_by_role("button", name="Assign the ticked").click()

    expect(page.get_by_text("2 claims assigned.")).to_be_visible()
    page.get_by_label("assigned to me").check()
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("link", name="The ferry is fast.")).to_be_visible()


def test_a_marked_statement_is_taken_back_from_where_it_was_marked(editing, article):
    editing.goto(article)
    marks = editing.locator("[data-article-text] mark")
    editing.locator("[data-article-text]").focus()
    editing.keyboard.press("ArrowDown")
    editing.keyboard.press("Enter")
    editing.keyboard.type("The captain")
    editing.keyboard.press("Enter")
    expect(marks).not_to_have_count(0)

    editing.get_by_role("button", name="Undo").press("Enter")

    expect(editing.get_by_text("Undone.")).to_be_visible()
    expect(marks).to_have_count(0)
    assert editing.url == article


def test_an_undo_beside_a_draft_takes_along_what_is_typed(site, editing):
    state_claim(editing, site, "The ferry is full.")
    editing.get_by_role("button", name="Begin a verdict").click()
    editing.get_by_role("textbox", name="Comment").fill("Say how full.")
    editing.get_by_role("button", name="Comment").click()
    editing.get_by_role("button", name="Resolve").click()
    expect(editing.get_by_role("button", name="Undo")).to_be_visible()
    expect(editing.get_by_role("heading", name="Comments")).to_be_focused()
    editing.get_by_label("Reasoning").press_sequentially("It carries 300.")

    editing.get_by_role("button", name="Undo").click()

    expect(editing.get_by_text("Undone.")).to_be_visible()
    expect(editing.get_by_label("Reasoning")).to_have_value("It carries 300.")


def test_a_question_mark_opens_the_help_and_escape_closes_it(editing, article):
    editing.goto(article)
    help_with_keys = editing.get_by_role("dialog", name="Keys")
    editing.keyboard.press("?")
    expect(help_with_keys).to_be_visible()
    expect(help_with_keys.get_by_text("accept the suggestion")).to_be_visible()

    editing.keyboard.press("Escape")

    expect(help_with_keys).to_be_hidden()


def test_a_question_mark_in_a_field_is_only_typed(site, editing):
    editing.goto(f"{site.url}/desk/claims/")
    editing.keyboard.press("/")
    editing.keyboard.type("Why?/")

    expect(editing.get_by_role("main").get_by_role("searchbox")).to_have_value("Why?/")
    expect(editing.get_by_role("dialog")).to_be_hidden()


def test_single_keys_are_turned_off_and_on_again(site, editing):
    editing.goto(f"{site.url}/desk/")
    editing.keyboard.press("?")
    editing.get_by_label("Single keys do something").uncheck()
    editing.keyboard.press("Escape")
    editing.keyboard.press("?")
    expect(editing.get_by_role("dialog")).to_be_hidden()

    editing.get_by_role("link", name="Keys", exact=True).click()
    editing.get_by_label("Single keys do something").check()
    editing.keyboard.press("Escape")
    editing.keyboard.press("?")

    expect(editing.get_by_role("dialog")).to_be_visible()


def test_the_keys_are_read_without_javascript(site, page_without_javascript):
    site.sign_in(page_without_javascript, "editor")
    page_without_javascript.get_by_role("link", name="Keys", exact=True).click()

    expect(page_without_javascript.get_by_role("heading", level=1)).to_have_text("Keys")
    expect(page_without_javascript.get_by_role("main").get_by_text("accept the suggestion")).to_be_visible()


@pytest.mark.parametrize("place", ["claims/", "verdicts/", "keys/"])
def test_pages_of_shared_work_fit_a_phone(site, phone, place):
    site.sign_in(phone, "editor")
    phone.goto(f"{site.url}/desk/{place}")

    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
