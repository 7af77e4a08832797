"""Writing a verdict: whatever is pressed between the sentences, nothing typed is lost; nor when the session ends."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.hands import tick_all

STATEMENT = "The bridge is safe, the engineer said"


DRAFTS = f"""
from datetime import date
from django.contrib.auth.models import User
from factcheck.articles.models import Article, Outlet, Story
from factcheck.claims.mark_statement import mark
from factcheck.claims.take_position import state_claim, take_position
from factcheck.compare import Span
from factcheck.verdicts.draft_verdict import draft
editor = User.objects.get(username="editor")
outlet = Outlet.objects.create(name="The Paper of Bridges")
text = "{STATEMENT}. Nobody was hurt."
for number in range(20):
    story = Story.objects.create(title=f"Bridge {{number}}", slug=f"bridge-{{number}}")
    known = {{"outlet": outlet, "headline": "A bridge", "published_on": date(2026, 3, 1)}}
    address = f"https://paper.example/{{number}}"
    article = Article.objects.create(story=story, text=text, received=text, url=address, **known)
    statement = mark(article, span=Span(0, {len(STATEMENT)}), manner="own_words", source=None, editor=editor)
    claim = state_claim(f"Bridge {{number}} is safe.", editor=editor)
    take_position(statement, claim=claim, stance="supports", editor=editor)
    print("/desk/verdicts/" + draft(claim, author=editor).slug + "/")
"""


@pytest.fixture(scope="module")
def drafts(site):
    return iter(site.manage("shell", "-v0", "-c", DRAFTS).split())


@pytest.fixture
def draft(site, drafts):
    """The address of a draft that no other journey touches, on a claim with one statement."""
    return site.url + next(drafts)


def reasoning(page):
    return page.get_by_label("Reasoning")


def end_session(page):
    page.context.clear_cookies(name="sessionid")


def sign_in(hand):
    """Sign in where the page asks for it."""
    hand.write(hand.page.get_by_label("Username"), "editor")
    hand.write(hand.page.get_by_label("Password"), "demo")
    hand.click(hand.page.get_by_role("main").get_by_role("button", name="Sign in"))


def save(page):
    return page.get_by_role("main").get_by_role("button", name="Save", exact=True)


def test_evidence_is_added_between_the_sentences_and_a_second_person_publishes_all_of_it(site, hand, draft):
    page = hand.page
    site.sign_in(page, "editor")
    page.goto(draft)
    hand.choose(page.get_by_label("Rating"), "True")
    hand.write(page.get_by_label("Conclusion"), "It is safe.")
    hand.write_on(reasoning(page), "The engineer says so.")
    hand.click(page.get_by_role("button", name="Rest on this"))
    expect(page.locator("[data-piece]")).to_have_count(1)
    hand.write_on(reasoning(page), " The city denies it.")
    hand.click(page.get_by_text("Add evidence", exact=True))
    hand.write(page.get_by_label("Title", exact=True), "The city's report")
    hand.write(page.get_by_role("textbox", name="Comment"), "Is the report public?")
    hand.click(page.get_by_role("button", name="Add this evidence"))
    expect(page.get_by_text("Give the address where it stands")).to_be_visible()
    hand.write(page.get_by_label("Address", exact=True), "https://city.example/report")
    hand.click(page.get_by_role("button", name="Add this evidence"))
    expect(page.get_by_role("link", name="The city's report")).to_be_visible()
    expect(page.get_by_role("textbox", name="Comment")).to_have_value("Is the report public?")
    hand.click(page.get_by_role("button", name="Comment", exact=True))
    expect(page.locator("#comments").get_by_text("Is the report public?").first).to_be_visible()
    expect(reasoning(page)).to_have_value("The engineer says so. The city denies it.")
    hand.click(page.get_by_role("button", name="Submit for review"))
    expect(page.get_by_text("Somebody else has to approve it")).to_be_visible()

    page.context.clear_cookies()
    site.sign_in(page, "reviewer")
    page.goto(draft)
    tick_all(hand)
    hand.click(page.get_by_role("button", name="Approve and publish"))
    expect(page.get_by_text("Published. Readers see it now.")).to_be_visible()
    page.goto(draft.replace("/desk/", "/"))

    expect(page.locator(".prose")).to_have_text("The engineer says so. The city denies it.")
    expect(page.get_by_role("link", name="The city's report")).to_be_visible()
    expect(page.get_by_text(STATEMENT).first).to_be_visible()


def test_a_session_that_ends_in_the_middle_of_writing_costs_no_word(site, hand, draft):
    page = hand.page
    site.sign_in(page, "editor")
    page.goto(draft)
    hand.write_on(reasoning(page), "Typed before")
    end_session(page)
    hand.write_on(reasoning(page), " and after.\n\nTwo paragraphs.")
    if hand.has_scripts:
        with page.context.expect_page() as opened:
            hand.click(page.get_by_role("link", name="sign in in a new tab"))
        sign_in(type(hand)(opened.value))
        expect(opened.value.get_by_role("heading", level=1)).to_have_text("Inbox")
        opened.value.close()
        hand.click(save(page))
    else:
        hand.click(save(page))
        expect(page.get_by_text("Nothing you typed is lost")).to_be_visible()
        sign_in(hand)
        hand.click(page.get_by_role("button", name="Go on"))

    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(reasoning(page)).to_have_value("Typed before and after.\n\nTwo paragraphs.")


def test_words_that_were_not_saved_are_offered_after_a_crash(editing, draft):
    editing.goto(draft)
    reasoning(editing).press_sequentially("Typed before the crash.")
    expect(editing.get_by_text("autosaved")).to_be_visible(timeout=30_000)
    again = editing.context.new_page()
    editing.close(run_before_unload=False)

    again.goto(draft)
    expect(again.get_by_role("heading", name="You have unsaved words of")).to_be_visible()
    again.get_by_role("link", name="Take them in").click()

    expect(reasoning(again)).to_have_value("Typed before the crash.")
    again.get_by_role("main").get_by_role("button", name="Save", exact=True).click()
    expect(again.get_by_text("Saved.")).to_be_visible()
    expect(again.get_by_role("heading", name="You have unsaved words of")).to_be_hidden()


def test_a_quotation_is_inserted_where_the_cursor_is_and_the_preview_follows(editing, draft):
    editing.goto(draft)
    reasoning(editing).press_sequentially("As he said: ")
    editing.get_by_role("button", name="Insert this quotation").first.click()
    with editing.context.expect_page() as opened:
        editing.get_by_role("button", name="Preview").click()
    preview = opened.value

    expect(preview.locator(".prose")).to_contain_text("As he said:")
    reasoning(editing).press_sequentially(" Indeed.")
    expect(preview.locator(".prose")).to_contain_text("Indeed.")
    editing.get_by_role("main").get_by_role("button", name="Save", exact=True).click()
    editing.get_by_text("As readers will see it").click()

    told = f"As he said: “{STATEMENT}” (The Paper of Bridges, 1 March 2026) Indeed."
    expect(editing.locator(".prose")).to_contain_text(told)


def test_words_are_made_bold_by_a_key_and_a_list_by_a_button(editing, draft):
    editing.goto(draft)
    reasoning(editing).press_sequentially("safe")
    reasoning(editing).press("Control+A")
    reasoning(editing).press("Control+B")
    expect(reasoning(editing)).to_have_value("**safe**")
    reasoning(editing).press("Control+End")
    editing.get_by_role("button", name="List").click()

    expect(reasoning(editing)).to_have_value("**safe**\n\n- …")


def test_pieces_of_evidence_change_places_by_keys(editing, draft):
    editing.goto(draft)
    editing.get_by_role("button", name="Rest on this").click()
    expect(editing.locator("[data-piece]")).to_have_count(1)
    editing.get_by_text("Add evidence", exact=True).click()
    editing.get_by_label("Title", exact=True).fill("The city's report")
    editing.get_by_label("Address", exact=True).fill("https://city.example/report")
    editing.get_by_role("button", name="Add this evidence").click()
    pieces = editing.locator("[data-piece]")
    expect(pieces).to_have_count(2)

    pieces.last.get_by_label("What it shows").press("Alt+ArrowUp")

    expect(pieces.first).to_contain_text("The city's report")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_writing_page_fits_and_keeps_the_evidence_in_sight(width, site, editing, draft):
    editing.set_viewport_size({"width": width, "height": 900})
    editing.goto(draft)

    assert editing.evaluate("document.documentElement.scrollWidth") <= width
    if width == 1280:
        reasoning(editing).scroll_into_view_if_needed()
        expect(editing.get_by_role("heading", name="Evidence", exact=True)).to_be_in_viewport()
