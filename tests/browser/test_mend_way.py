"""Mending what was joined, marked or added wrongly: by mouse and by keyboard alone, with and without JavaScript."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.hands import WAYS

TEXTS = [
    (
        "The harbour board will close both ferry lines from October, its chairwoman told residents on Tuesday.\n\n"
        "The older of the two vessels failed its inspection in August, and no yard nearby has a dock before spring."
    ),
    (
        "The school board is to shut two schools by Easter, as its chairwoman wrote to all parents.\n\n"
        "Fewer than ninety children were enrolled in either building, whose roofs have leaked since the great hail."
    ),
    (
        "Its owners want to sell the old mill this year, as their chairwoman told the heritage office.\n\n"
        "Nobody has ground corn there since the flood, though the wheel was mended twice at the town's expense."
    ),
    (
        "Nurses are going to strike at the county hospital on Monday, their chairwoman announced before the gate.\n\n"
        "Night shifts have been worked by one person a ward since two agencies lost their licence over forged papers."
    ),
]
MARKED = ["both ferry lines", "two schools", "the old mill", "at the county hospital"]
MEANT = [
    "will close both ferry lines from October",
    "is to shut two schools by Easter",
    "want to sell the old mill this year",
    "are going to strike at the county hospital on Monday",
]
LETTER = """\
A letter that is no article, {number}

Dear desk, my sister keeps a shop of candles by the old customs house, and she has asked me to tell you that letter \
{number} of the alphabet has fallen off the sign above her door. The ladder that she owns is too short by an arm.

It hung there since our grandfather painted it, and strangers now ask her for things that she has never sold.
"""
MARK = f"""
from datetime import timedelta
from django.utils import timezone
from django.contrib.auth.models import User
from factcheck.articles.models import Article
from factcheck.claims.mark_statement import mark
from factcheck.claims.models import Statement
from factcheck.claims.name_source import name_source
from factcheck.compare import Span
editor = User.objects.get(username="editor")
for number, words in enumerate({MARKED}):
    article = Article.objects.get(headline=f"First told, {{number}}")
    who = name_source(f"Chair {{number}}", kind="person", story=article.story, editor=editor)
    start = article.text.index(words)
    one = mark(article, span=Span(start, start + len(words)), manner="indirect", source=who, editor=editor)
    Statement.objects.filter(pk=one.pk).update(created_at=timezone.now() - timedelta(days=1))
    print(article.story.slug, one.pk)
"""


@dataclass(frozen=True)
class Family:
    """A story of two papers, which an import joined, and a statement in it that was marked a day ago: both wrongly."""

    number: int
    story: str
    statement: str


@pytest.fixture(scope="module")
def families(site, tmp_path_factory):
    file = tmp_path_factory.mktemp("mend") / "rows.jsonl"
    with file.open("w") as target:
        for number, text in enumerate(TEXTS):
            for day, paper, headline in ((1, "Herald", "First told"), (2, "Courier", "Told again")):
                known = {"outlet": f"{paper} {number}", "headline": f"{headline}, {number}"}
                target.write(json.dumps({**known, "published_on": f"2026-03-0{day}", "text": text}) + "\n")
    site.manage("import_articles", str(file))
    return [line.split() for line in site.manage("shell", "-v0", "-c", MARK).splitlines()]


@pytest.fixture
def family(request, site, families):
    """One for each way of working."""
    number = [*WAYS].index(request.node.callspec.params["hand"])
    slug, statement = families[number]
    return Family(number, f"{site.url}/desk/stories/{slug}/", f"{site.url}/desk/statements/{statement}/")


def undo(hand):
    hand.click(hand.page.locator("#messages").get_by_role("button", name="Undo"))
    expect(hand.page.locator("#messages")).to_contain_text("Undone")


def test_a_wrong_join_is_mended_and_what_belongs_together_is_joined(site, hand, family):
    page, heading = hand.page, hand.page.get_by_role("heading", level=1)
    mend = page.get_by_role("link", name=f"Mend the version of Courier {family.number}")
    site.sign_in(page, "editor")
    page.goto(family.story)

    hand.click(mend)
    hand.click(page.get_by_role("button", name="Not a version of this"))
    expect(heading).to_have_text(f"Told again, {family.number}")
    expect(page.locator("#messages")).to_contain_text("A story of its own")
    assert hand.acts == 2
    hand.click(page.get_by_role("link", name="Join or split"))
    hand.write(page.get_by_label("Another story, by words in it"), f"First told {family.number}")
    hand.click(page.get_by_role("button", name="Find the story"))
    hand.click(page.get_by_role("button", name=f"Join with this story “First told, {family.number}”"))
    expect(page.locator("#messages")).to_contain_text("Joined")
    expect(mend).to_be_visible()
    undo(hand)

    page.goto(family.story)
    expect(heading).to_have_text(f"First told, {family.number}")
    expect(mend).to_have_count(0)


def test_a_statement_is_corrected_after_a_day(site, hand, family):
    page, heading = hand.page, hand.page.get_by_role("heading", level=1)
    site.sign_in(page, "reviewer")
    page.goto(family.statement)

    hand.click(page.get_by_role("link", name="Correct"))
    hand.write(page.get_by_label("The words"), MEANT[family.number])
    hand.write(page.get_by_label("Who says so"), f"Chairwoman {family.number}")
    hand.click(page.get_by_role("button", name="Save the correction"))

    expect(page.locator("#messages")).to_contain_text("Corrected")
    expect(heading).to_have_text(f"Chairwoman {family.number}")
    expect(page.locator("blockquote mark").first).to_have_text(MEANT[family.number])
    undo(hand)
    expect(heading).to_have_text(f"Chair {family.number}")


def test_what_was_added_by_mistake_is_undone_or_withdrawn_with_a_reason(site, hand, tmp_path):
    page = hand.page
    files = [tmp_path / "letter.txt", tmp_path / "note.txt"]
    for number, file in enumerate(files):
        file.write_text(LETTER.format(number=number), "utf-8")
    site.sign_in(page, "editor")

    hand.hand_over(files)
    hand.click(page.get_by_role("button", name="Store 2 articles"))
    hand.click(page.get_by_role("button", name="Undo"))
    expect(page.get_by_text("Undone: what it brought is gone")).to_be_visible()
    page.goto(f"{site.url}/desk/")
    hand.hand_over(files[:1])
    hand.click(page.get_by_role("button", name="Store 1 article"))
    hand.click(page.get_by_role("link", name="A letter that is no article, 0"))
    hand.click(page.get_by_role("link", name="withdraw it"))
    hand.write(page.get_by_label("Why"), "A letter to the desk, pasted by mistake")
    hand.click(page.get_by_role("button", name="Withdraw the article"))

    expect(page.locator("#messages")).to_contain_text("Withdrawn: “A letter that is no article, 0”")
    expect(page.get_by_role("main").get_by_role("link", name="A letter that is no article, 0")).to_have_count(0)
