"""Settling one suggested conflict after another in the list, by keys alone and without leaving the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

SUGGEST_THREE = """
from factcheck.articles.models import Article, Outlet, Story
from factcheck.claims.models import Conflict, Statement
text = "The ferry sank. The ferry did not sink. The mill burned. The mill did not burn. Renn left. Renn did not leave."
story = Story.objects.create(title="Three denials", slug="three-denials")
outlet = Outlet.objects.create(name="The Denier")
article = Article.objects.create(outlet=outlet, story=story, headline="Three denials", text=text, received=text)
said = []
for words in text.split("."):
    words = words.strip()
    if words:
        start = text.index(words)
        place = {"exact": words, "start": start, "end": start + len(words)}
        said.append(Statement.objects.create(article=article, manner="own_words", **place))
for at, score in ((0, 0.999), (2, 0.998), (4, 0.997)):
    Conflict.objects.create(first=said[at], second=said[at + 1], denying=said[at + 1], score=score)
"""


@pytest.fixture(scope="module")
def three_conflicts(site):
    """The three likeliest suggestions of the desk."""
    site.manage("shell", "-v0", "-c", SUGGEST_THREE)


def test_suggestions_are_settled_one_after_another_by_keys(site, editing, three_conflicts):
    editing.goto(f"{site.url}/desk/conflicts/")
    rows = editing.locator("main .rows > li")
    expect(rows.first).to_contain_text("The ferry sank")

    editing.keyboard.press("j")
    editing.keyboard.press("c")

    expect(editing.get_by_role("status")).to_contain_text("The conflict is open.")
    expect(rows.first).to_contain_text("The mill burned")
    expect(rows.first.get_by_role("button", name="They clash")).to_be_focused()

    editing.keyboard.press("d")

    expect(editing.get_by_role("status")).to_contain_text("The conflict is dismissed.")
    expect(rows.first).to_contain_text("Renn left")
    expect(rows.first.get_by_role("button", name="They clash")).to_be_focused()
