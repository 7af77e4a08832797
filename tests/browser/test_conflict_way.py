"""From ten imported articles to a confirmed conflict: by mouse, by keyboard alone, and without JavaScript.

Each journey has a matter of its own in one event: what one paper's source says, and who denies it in a wire story that
others reprint. The figures are the acts that a journey may take, by keyboard every key and all words written at one go.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.hands import Keyboard, Mouse
from tests.browser.spill import ARTICLES, write

WIRE = "Paint Works Knew of Cracked Tank, Engineers Say"
BY_MOUSE = 19
BY_KEYBOARD = 71
WITHOUT_JAVASCRIPT = 20


@dataclass(frozen=True)
class Matter:
    """What a journey is about: who says so and where, who denies it in the wire story, and who left that out."""

    claim: str
    article: str
    says: str
    who_says: str
    also: str
    denies: str
    who_denies: str
    carriage: dict[str, str]
    explanation: str


CRACK = Matter(
    claim="Corvane's managers knew of the crack before tank 7 burst.",
    article="“Empty Tank 7,” the Union Wrote",
    says="Corvane's managers knew about the crack for nine weeks",
    who_says="Piet Lander",
    also="We have the receipt from the post office",
    denies="No one in our management knew of a crack before the tank failed",
    who_denies="Dana Whitlock",
    carriage={
        "Harbour Chronicle": "word for word",
        "Valley Morning Post": "left out",
        "Ellery Evening Star": "word for word",
    },
    explanation="The union has a letter and a receipt; the company names no document.",
)
ILLNESS = Matter(
    claim="People fell ill from the Corvane spill.",
    article="Sore Throats Below the Weir",
    says="Fourteen people fell ill from the spill and were treated for burns in the throat",
    who_says="Paul Emmerich",
    also="They all smelled it before they felt it",
    denies="Nobody has fallen ill from the spill",
    who_denies="Ines Roth",
    carriage={
        "Harbour Chronicle": "word for word",
        "Valley Morning Post": "left out",
        "Ellery Evening Star": "word for word",
    },
    explanation="Roth spoke on Friday, before the hospital wrote to the city.",
)
WATER = Matter(
    claim="Solvent from the Corvane spill reached the drinking water.",
    article="What Twelve Kitchens Drank",
    says="The solvent reached the drinking water in three districts",
    who_says="Mirela Sandu",
    also="But small is not none, and people were told none",
    denies="The solvent never reached the drinking water",
    who_denies="the Wend River Authority",
    carriage={
        "Harbour Chronicle": "word for word",
        "Valley Morning Post": "left out",
        "Ellery Evening Star": "left out",
    },
    explanation="The authority spoke of its intake, the laboratory tested taps.",
)


@pytest.fixture(scope="module", autouse=True)
def _ten_articles(site, tmp_path_factory):
    told = site.manage("import_articles", str(write(tmp_path_factory.mktemp("spill"))))
    assert "10 rows: 10 created" in told


@pytest.mark.browser_on_both
def test_by_mouse(site, page):
    mouse = Mouse(page)
    site.sign_in(page, "editor")
    mark_who_says_so_by_mouse(mouse, page, CRACK)
    mark_who_denies_it_by_mouse(mouse, page, CRACK)
    confirm_by_mouse(mouse, page, CRACK)
    look_where_it_shows_by_mouse(mouse, page, CRACK)
    assert mouse.acts <= BY_MOUSE


def mark_who_says_so_by_mouse(mouse, page, matter):
    mouse.click(page.get_by_role("navigation", name="Desk").get_by_role("link", name="Articles"))
    for row in ARTICLES:
        expect(page.get_by_role("link", name=row["headline"], exact=True)).to_be_visible()
    mouse.click(page.get_by_role("link", name=matter.article))
    mouse.drag_over(matter.says)
    expect(page.get_by_label("Who says so")).to_have_value(matter.who_says)
    mouse.write(page.get_by_label("Claim", exact=True), matter.claim)
    mouse.click(page.get_by_role("button", name="Mark as statement"))
    must_be_marked(page, matter.says)
    mouse.click(suggestion(page, matter.also).get_by_role("button", name="Accept"))
    must_be_marked(page, matter.also)


def mark_who_denies_it_by_mouse(mouse, page, matter):
    mouse.click(page.get_by_role("link", name="Articles").first)
    mouse.click(page.get_by_role("link", name=WIRE, exact=True))
    mouse.drag_over(matter.denies)
    expect(page.get_by_label("Who says so")).to_have_value(matter.who_denies)
    mouse.write(page.get_by_label("Claim", exact=True), "Corvane managers knew of the crack before the tank burst")
    mouse.click(page.get_by_role("button", name=matter.claim))
    expect(page.get_by_label("The statement")).to_have_value("denies")
    mouse.click(page.get_by_role("button", name="Mark as statement"))
    must_be_suggested(page, matter)


def confirm_by_mouse(mouse, page, matter):
    mouse.click(page.get_by_role("link", name="See both side by side"))
    must_stand_side_by_side(page, matter)
    mouse.write(page.get_by_label("How both can stand"), matter.explanation)
    mouse.click(page.get_by_role("button", name="They clash"))
    must_be_open(page)


def look_where_it_shows_by_mouse(mouse, page, matter):
    mouse.click(page.get_by_role("link", name=matter.claim))
    must_be_on_the_claim(page, matter)
    mouse.click(denial_card(page, matter).get_by_role("link", name="Who carried what"))
    must_show_who_left_it_out(page, matter)
    mouse.click(page.get_by_role("link", name="desk").first)
    must_wait_no_longer(page, matter)


def test_by_keyboard_alone(site, page):
    keys = Keyboard(page)
    page.goto(f"{site.url}/login/")
    sign_in_by_keyboard(keys, page)
    mark_who_says_so_by_keyboard(keys, page, ILLNESS)
    accept_a_suggestion_by_keyboard(keys, page, ILLNESS)
    mark_who_denies_it_by_keyboard(keys, page, ILLNESS)
    confirm_by_keyboard(keys, page, ILLNESS)
    look_where_it_shows_by_keyboard(keys, page, ILLNESS)
    assert keys.pressed <= BY_KEYBOARD


def sign_in_by_keyboard(keys, page):
    keys.must_be_at(page.get_by_label("Username"))
    keys.type("editor")
    keys.press("Tab")
    keys.type("demo")
    keys.press("Enter")


def mark_who_says_so_by_keyboard(keys, page, matter):
    keys.go_to(page.get_by_role("navigation", name="Desk").get_by_role("link", name="Articles"), most=5)
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    keys.press("/")
    keys.must_be_at(page.get_by_label("Words"))
    keys.type("spill throat")
    keys.press("Enter")
    keys.go_to(page.get_by_role("link", name=matter.article, exact=True), by="j", most=1)
    keys.press("Enter")
    expect(text_of(page)).to_be_visible()
    keys.press("t")
    keys.must_be_at(text_of(page))
    keys.press("ArrowDown", 3)
    expect(page.locator("[data-selection]")).to_contain_text(f"{matter.says}, said Paul Emmerich")
    keys.press("Shift+ArrowLeft", 9)
    expect(page.locator("[data-selection]")).to_have_text(matter.says)
    keys.press("Enter")
    keys.must_be_at(page.get_by_label("Who says so"))
    expect(page.get_by_label("Who says so")).to_have_value(matter.who_says)
    keys.go_to(page.get_by_label("Claim", exact=True), most=4)
    keys.type(matter.claim)
    keys.press("Enter")
    must_be_marked(page, matter.says)
    keys.must_be_at(text_of(page))


def accept_a_suggestion_by_keyboard(keys, page, matter):
    keys.press("n")
    keys.must_be_at(page.locator("#spotted-1"))
    number = 1
    while matter.also not in page.locator(f"#spotted-{number}").inner_text():
        keys.press("n")
        number += 1
        keys.must_be_at(page.locator(f"#spotted-{number}"))
    keys.press("a")
    must_be_marked(page, matter.also)
    keys.must_be_at(page.locator(f"#spotted-{number}"))


def mark_who_denies_it_by_keyboard(keys, page, matter):
    keys.press("/")
    keys.must_be_at(page.get_by_role("searchbox", name="Search the desk"))
    keys.type("nobody fallen ill spill")
    keys.press("Enter")
    keys.go_to(page.get_by_role("link", name=WIRE), by="j", most=4)
    keys.press("Enter")
    keys.go_to(suggestion(page, matter.denies), by="n", most=6)
    keys.press("e")
    keys.must_be_at(page.get_by_label("Claim", exact=True))
    expect(page.get_by_label("Who says so")).to_have_value(matter.who_denies)
    keys.type("People fell ill from Corvane spill")
    keys.go_to(page.get_by_role("button", name=matter.claim), most=1)
    keys.press("Enter")
    expect(page.get_by_label("Claim", exact=True)).to_have_value(matter.claim)
    expect(page.get_by_label("The statement")).to_have_value("denies")
    keys.go_to(page.get_by_role("button", name="Mark as statement"), most=4)
    keys.press("Enter")
    must_be_suggested(page, matter)
    keys.must_be_at(text_of(page))


def confirm_by_keyboard(keys, page, matter):
    keys.press("o")
    must_stand_side_by_side(page, matter)
    keys.press("e")
    keys.must_be_at(page.get_by_label("How both can stand"))
    keys.type(matter.explanation)
    keys.go_to(page.get_by_role("button", name="They clash"), most=1)
    keys.press("Enter")
    must_be_open(page)


def look_where_it_shows_by_keyboard(keys, page, matter):
    keys.go_to(page.get_by_role("link", name=matter.claim), by="j", most=1)
    keys.press("Enter")
    must_be_on_the_claim(page, matter)
    denial = denial_card(page, matter)
    keys.go_to(denial.get_by_role("link", name=matter.denies), by="j", most=2)
    keys.go_to(denial.get_by_role("link", name="Who carried what"), most=3)
    keys.press("Enter")
    must_show_who_left_it_out(page, matter)
    keys.go_to(page.get_by_role("link", name="desk").first, most=2)
    keys.press("Enter")
    must_wait_no_longer(page, matter)


def test_without_javascript(site, page_without_javascript):
    page = page_without_javascript
    mouse = Mouse(page)
    site.sign_in(page, "editor")
    mark_who_says_so_without_javascript(mouse, page, WATER)
    mark_who_denies_it_without_javascript(mouse, page, WATER)
    confirm_by_mouse(mouse, page, WATER)
    look_where_it_shows_by_mouse(mouse, page, WATER)
    assert mouse.acts <= WITHOUT_JAVASCRIPT


def mark_who_says_so_without_javascript(mouse, page, matter):
    mouse.click(page.get_by_role("navigation", name="Desk").get_by_role("link", name="Articles"))
    mouse.click(page.get_by_role("link", name=matter.article))
    expect(page.get_by_label("Who says so")).to_be_hidden()
    mouse.click(page.get_by_role("link", name="Choose a sentence"))
    mouse.click(page.get_by_role("radio", name=matter.says))
    mouse.write(page.get_by_label("Only these words of it"), matter.says)
    mouse.write(page.get_by_label("Who says so"), matter.who_says)
    mouse.write(page.get_by_label("Claim", exact=True), matter.claim)
    mouse.click(page.get_by_role("button", name="Mark as statement"))
    must_be_marked(page, matter.says)
    mouse.click(suggestion(page, matter.also).get_by_role("button", name="Accept"))
    must_be_marked(page, matter.also)


def mark_who_denies_it_without_javascript(mouse, page, matter):
    mouse.click(page.get_by_role("link", name="Articles").first)
    mouse.click(page.get_by_role("link", name=WIRE, exact=True))
    mouse.click(suggestion(page, matter.denies).get_by_role("link", name="Edit first"))
    expect(page.get_by_label("Who says so")).to_have_value(matter.who_denies)
    mouse.write(page.get_by_label("Claim", exact=True), matter.claim)
    expect(page.get_by_label("The statement")).to_have_value("denies")
    mouse.click(page.get_by_role("button", name="Mark as statement"))
    must_be_suggested(page, matter)


def text_of(page):
    return page.get_by_role("article", name="The article")


def suggestion(page, words):
    return page.locator("[id^=spotted-]").filter(has_text=words)


def must_be_marked(page, words):
    expect(page.locator("[data-article-text] mark", has_text=words)).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Marked as a statement.")


def must_be_suggested(page, matter):
    must_be_marked(page, matter.denies)
    expect(page.get_by_role("status")).to_contain_text(f"It may clash with what {matter.who_says} says.")
    expect(page.get_by_text(f"may clash with {matter.who_says}").first).to_be_visible()


def must_stand_side_by_side(page, matter):
    expect(page.locator("mark", has_text=matter.says)).to_be_visible()
    expect(page.locator("mark", has_text=matter.denies)).to_be_visible()
    expect(page.get_by_text(f"One supports and one denies “{matter.claim}”")).to_be_visible()
    for outlet, status in matter.carriage.items():
        left_out = page.locator(".carried > span", has_text="left out").get_by_role("link", name=outlet)
        expect(left_out).to_have_count(1 if status == "left out" else 0)


def must_be_open(page):
    expect(page.get_by_role("status")).to_contain_text("The conflict is open.")
    expect(page.locator(".tag.open")).to_be_visible()


def denial_card(page, matter):
    return page.locator(".side.denies .card").filter(has_text=matter.denies)


def must_be_on_the_claim(page, matter):
    expect(page.get_by_role("heading", level=1)).to_have_text(matter.claim)
    expect(page.locator(".side.supports .card").filter(has_text=matter.says)).to_contain_text(matter.who_says)
    expect(denial_card(page, matter)).to_contain_text(matter.who_denies)
    conflict = page.locator("[id^=conflict-]")
    expect(conflict).to_have_count(1)
    expect(conflict.locator(".tag.open")).to_be_visible()
    expect(conflict).to_contain_text(matter.explanation)


def must_show_who_left_it_out(page, matter):
    matrix = page.get_by_role("region", name="Statements by versions")
    expect(matrix).to_be_visible()
    outlets = [text.splitlines()[0] for text in matrix.get_by_role("columnheader").all_inner_texts()]
    row = matrix.get_by_role("row").filter(has_text=matter.denies)
    fates = [text.split(maxsplit=1)[1] for text in row.get_by_role("cell").all_inner_texts()]  # a form comes first
    cells = dict(zip(outlets[1:], fates, strict=True))
    assert cells == {"Tamarack Wire": "first here", **matter.carriage}


def must_wait_no_longer(page, matter):
    expect(page.get_by_role("heading", level=1)).to_have_text("Inbox")
    expect(page.get_by_role("region", name="Contested, no verdict yet")).to_contain_text(matter.claim)
    expect(page.locator("#waiting")).to_be_visible()
    expect(page.locator("#waiting")).not_to_contain_text(matter.denies)
